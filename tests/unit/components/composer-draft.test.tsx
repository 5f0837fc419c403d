// @vitest-environment happy-dom
import './fake-texts.ts';

import { describe, expect, it, vi } from 'vitest';
import { Composer } from '../../../components/chat/composer/composer.tsx';
import { createComposerModel } from '../../../components/chat/services/composer-model.ts';
import { draftOf, EMPTY_DRAFT, saveDraft } from '../../../utils/settings/drafts.ts';
import { C, openLater, QUOTE } from './composer-chats.ts';
import { EMPTY_STATE, GONE, LOADING } from './fake-session.ts';
import { press, renderChat, typeInto } from './render-chat.tsx';

describe('a draft', () => {
	it('has its quotations with it: they come and go with its chat, and are sent with its text', async () => {
		const { has, find, update, session, services } = await renderChat(<Composer />);
		await update(() => session.set(LOADING));
		await update(() => services.composer.attach(QUOTE));
		await update(() => session.set(EMPTY_STATE));
		expect(has('button', 'Remove the quote')).toBe(false);
		await vi.waitFor(async () => expect((await draftOf('c')).attachments).toEqual([QUOTE]));
		await update(() => session.set(C));
		await vi.waitFor(() => expect(has('button', 'Remove the quote')).toBe(true));
		const box = find('textarea', 'Message');
		await update(() => typeInto(box, 'why?'));
		await update(() => void press(box, 'Enter'));
		expect(session.calls).toEqual([['ask', 'why?', expect.anything(), [QUOTE]]]);
		expect(has('button', 'Remove the quote')).toBe(false);
		await vi.waitFor(async () => expect(await draftOf('c')).toEqual(EMPTY_DRAFT));
	});

	it('keeps its quotation over a window that closes', async () => {
		const { update, services, session } = await renderChat(<Composer />);
		await update(() => session.set(C));
		await update(() => services.composer.attach(QUOTE));
		await vi.waitFor(async () => expect((await draftOf('c')).attachments).toEqual([QUOTE]));
		const other = createComposerModel();
		other.show('c', null);
		await vi.waitFor(() => expect(other.getAttachments()).toEqual([QUOTE]));
	});

	it('comes back with its chat, and not with another', async () => {
		const { find, update, session } = await renderChat(<Composer />);
		await saveDraft('c', { ...EMPTY_DRAFT, text: 'half a thought' });
		const box = find('textarea', 'Message');
		await update(() => session.set(C));
		await vi.waitFor(() => expect(box).toHaveProperty('value', 'half a thought'));
		await update(() => session.set(EMPTY_STATE));
		expect(box).toHaveProperty('value', '');
	});

	it('comes with the click on its chat, before the chat is there', async () => {
		const { find, update, session } = await renderChat(<Composer />);
		await saveDraft('c', { ...EMPTY_DRAFT, text: 'half a thought' });
		await update(() => session.set(LOADING));
		await vi.waitFor(() => expect(find('textarea', 'Message')).toHaveProperty('value', 'half a thought'));
	});

	it('that is written while its chat loads is that chat’s, and stays when it is there', async () => {
		const { find, update, session } = await renderChat(<Composer />);
		const box = find('textarea', 'Message');
		await update(() => session.set(LOADING));
		await update(() => typeInto(box, 'quick fingers'));
		await update(() => session.set(C));
		expect(box).toHaveProperty('value', 'quick fingers');
		window.dispatchEvent(new Event('pagehide'));
		await vi.waitFor(async () => expect((await draftOf('c')).text).toBe('quick fingers'));
		expect((await draftOf('new')).text).toBe('');
	});

	it('that is written while its chat loads stays with that chat when another is clicked', async () => {
		const { find, update, session } = await renderChat(<Composer />);
		const box = find('textarea', 'Message');
		await update(() => session.set(LOADING));
		await update(() => typeInto(box, 'for c'));
		await update(() => session.set({ ...LOADING, chatId: 'd' }));
		expect(box).toHaveProperty('value', '');
		await vi.waitFor(async () => expect((await draftOf('c')).text).toBe('for c'));
		await update(() => session.set(C));
		await vi.waitFor(() => expect(box).toHaveProperty('value', 'for c'));
	});

	it('that is written while its chat loads stays in the box when the chat turns out to be deleted', async () => {
		const { find, update, session } = await renderChat(<Composer />);
		const box = find('textarea', 'Message');
		await update(() => session.set(LOADING));
		await update(() => typeInto(box, 'for nobody now'));
		await update(() => session.set(GONE));
		expect(box).toHaveProperty('value', 'for nobody now');
		window.dispatchEvent(new Event('pagehide'));
		await vi.waitFor(async () => expect((await draftOf('new')).text).toBe('for nobody now'));
		await vi.waitFor(async () => expect((await draftOf('c')).text).toBe(''));
	});

	it('does not overwrite what was typed before the window knew its chat, nor is it overwritten', async () => {
		const { opened, open } = openLater();
		const { find, update, session } = await renderChat(<Composer />, { opened });
		await saveDraft('c', { ...EMPTY_DRAFT, text: 'old words' });
		const box = find('textarea', 'Message');
		await update(() => typeInto(box, 'quick fingers'));
		await update(() => session.set(C));
		await update(open);
		await update(() => typeInto(box, 'quick fingers!'));
		window.dispatchEvent(new Event('pagehide'));
		await vi.waitFor(async () => expect((await draftOf('c')).text).toBe('old words\n\nquick fingers!'));
		expect(box).toHaveProperty('value', 'quick fingers!');
		await update(() => void press(box, 'Enter'));
		expect(session.calls).toEqual([['ask', 'quick fingers!', expect.anything(), []]]);
		expect(box).toHaveProperty('value', 'old words');
	});

	it('is not left behind of a question that makes a new chat', async () => {
		const { find, update, session } = await renderChat(<Composer />);
		session.ask = () => session.set(C);
		const box = find('textarea', 'Message');
		await update(() => typeInto(box, 'hello'));
		await update(() => void press(box, 'Enter'));
		expect(box).toHaveProperty('value', '');
		window.dispatchEvent(new Event('pagehide'));
		await update(() => session.set(EMPTY_STATE));
		expect(box).toHaveProperty('value', '');
		expect((await draftOf('new')).text).toBe('');
	});

	it('is kept when the window goes away', async () => {
		const { find, update } = await renderChat(<Composer />);
		await update(() => typeInto(find('textarea', 'Message'), 'unsent'));
		window.dispatchEvent(new Event('pagehide'));
		await vi.waitFor(async () => expect((await draftOf('new')).text).toBe('unsent'));
	});
});
