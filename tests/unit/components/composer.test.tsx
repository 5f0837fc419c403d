// @vitest-environment happy-dom
import './fake-texts.ts';

import { describe, expect, it, vi } from 'vitest';
import { Composer } from '../../../components/chat/composer/composer.tsx';
import { createComposerModel } from '../../../components/chat/services/composer-model.ts';
import { draftOf, EMPTY_DRAFT, saveDraft } from '../../../utils/settings/drafts.ts';
import { CHAT, chatOf, EMPTY_STATE, GONE, LOADING, messageOf, runOf } from './fake-session.ts';
import { press, renderChat, typeInto } from './render-chat.tsx';

const TARGET = { endpointId: 'local', model: 'lockchat-demo' };
const QUOTE = { type: 'quote', text: 'a quoted line', title: 'A page', url: 'https://example.org/' } as const;

/** Chat `c`, shown. */
const C = chatOf([messageOf({ id: 'q', role: 'user' })]);

function running() {
	const answer = messageOf({ id: 'a', role: 'assistant', status: 'streaming', content: 'so far' });
	return chatOf([messageOf({ id: 'q', role: 'user', content: 'hi' }), answer], [runOf(answer)]);
}

/** A window that does not know its chat until `open` is called. */
function openLater() {
	let open: () => void = () => undefined;
	const opened = new Promise<void>((resolve) => {
		open = resolve;
	});
	return { opened, open: () => open() };
}

describe('the composer', () => {
	it('has the focus when the window opens', async () => {
		const { find } = await renderChat(<Composer />);
		expect(document.activeElement).toBe(find('textarea', 'Message'));
	});

	it('sends on Enter, empties itself and keeps the focus', async () => {
		const { find, update, session } = await renderChat(<Composer />);
		const box = find('textarea', 'Message');
		await update(() => typeInto(box, '  hello  '));
		await update(() => void press(box, 'Enter'));
		expect(session.calls).toEqual([['ask', 'hello', expect.objectContaining(TARGET), []]]);
		expect(box).toHaveProperty('value', '');
		expect(document.activeElement).toBe(box);
	});

	it('sends what was entered before the window knew its chat, once it does', async () => {
		const { opened, open } = openLater();
		const { find, update, session } = await renderChat(<Composer />, { opened });
		const box = find('textarea', 'Message');
		await update(() => typeInto(box, 'fast'));
		await update(() => void press(box, 'Enter'));
		await update(() => void press(box, 'Enter'));
		expect(session.calls).toEqual([]);
		await update(open);
		expect(session.calls).toEqual([['ask', 'fast', expect.objectContaining(TARGET), []]]);
	});

	it.each([
		['breaks the line on Shift+Enter', { shiftKey: true }],
		['lets Enter confirm what an input method proposes', { isComposing: true }],
	])('%s', async (_, init) => {
		const { find, update, session } = await renderChat(<Composer />);
		const box = find('textarea', 'Message');
		await update(() => typeInto(box, 'hello'));
		let event: KeyboardEvent | undefined;
		await update(() => {
			event = press(box, 'Enter', init);
		});
		expect(event?.defaultPrevented).toBe(false);
		expect(session.calls).toEqual([]);
	});

	it.each(['', '   ', '\n'])('does not send %j', async (text) => {
		const { find, update, session } = await renderChat(<Composer />);
		const box = find('textarea', 'Message');
		await update(() => typeInto(box, text));
		await update(() => void press(box, 'Enter'));
		expect(find('button', 'Send')).toHaveProperty('disabled', true);
		expect(session.calls).toEqual([]);
	});

	it('cannot send before there is a server', async () => {
		const { find, update, session } = await renderChat(<Composer />, { endpoints: [] });
		const box = find('textarea', 'Message');
		await update(() => typeInto(box, 'hello'));
		await update(() => void press(box, 'Enter'));
		expect(session.calls).toEqual([]);
		expect(box).toHaveProperty('value', 'hello');
	});

	it('says where the words go', async () => {
		const { root } = await renderChat(<Composer />);
		expect(root.textContent).toContain('127.0.0.1:8976 · this computer');
	});

	it('shows what is quoted, lets go of it, and sends what is left', async () => {
		const { find, update, session, services, root } = await renderChat(<Composer />);
		const other = { ...QUOTE, text: 'another line' };
		await update(() => {
			services.composer.attach(QUOTE);
			services.composer.attach({ ...QUOTE });
			services.composer.attach(other);
		});
		expect(root.querySelectorAll('a[href="https://example.org/"]')).toHaveLength(2);
		await update(() => find('button', 'Remove the quote').click());
		await update(() => typeInto(find('textarea', 'Message'), 'why?'));
		await update(() => find('button', 'Send').click());
		expect(session.calls).toEqual([['ask', 'why?', expect.anything(), [other]]]);
		expect(services.composer.getAttachments()).toEqual([]);
	});
});

describe('while an answer runs, the composer', () => {
	it('holds Stop in the place of Send, and lets the next question be typed', async () => {
		const { find, has, update, session } = await renderChat(<Composer />, { state: running() });
		const box = find('textarea', 'Message');
		await update(() => typeInto(box, 'the next one'));
		await update(() => void press(box, 'Enter'));
		expect(has('button', 'Send')).toBe(false);
		expect(box).toHaveProperty('value', 'the next one');
		await update(() => find('button', 'Stop').click());
		expect(session.calls).toEqual([['stop', 'a']]);
	});

	it('stops on Escape', async () => {
		const { find, update, session } = await renderChat(<Composer />, { state: running() });
		await update(() => void press(find('textarea', 'Message'), 'Escape'));
		expect(session.calls).toEqual([['stop', 'a']]);
	});

	it.each([
		['is composing', { isComposing: true }],
		['sends key code 229', { keyCode: 229 }],
	])('is not stopped by an Escape that an input method takes: it %s', async (_, init) => {
		const { find, update, session } = await renderChat(<Composer />, { state: running() });
		await update(() => void press(find('textarea', 'Message'), 'Escape', init));
		expect(session.calls).toEqual([]);
	});

	it('is not stopped by the second half of a double click on Send (case 60)', async () => {
		const { find, update, session } = await renderChat(<Composer />, { state: running() });
		const second = new MouseEvent('click', { bubbles: true, detail: 2 });
		await update(() => void find('button', 'Stop').dispatchEvent(second));
		expect(session.calls).toEqual([]);
	});

	it('sends once when Enter comes twice before anything is drawn (case 60)', async () => {
		const { find, update, session } = await renderChat(<Composer />);
		const box = find('textarea', 'Message');
		await update(() => typeInto(box, 'hello'));
		await update(() => {
			press(box, 'Enter');
			press(box, 'Enter');
		});
		expect(session.calls).toHaveLength(1);
	});
});

describe('in a chat that loads, the composer', () => {
	/** Types into it, and sends at once. */
	async function sendEarly() {
		const rendered = await renderChat(<Composer />);
		const { find, update, session } = rendered;
		const box = find('textarea', 'Message');
		await update(() => session.set(LOADING));
		await update(() => typeInto(box, 'hello'));
		await update(() => find('button', 'Send').click());
		expect(session.calls).toEqual([]);
		expect(box).toHaveProperty('value', 'hello');
		return { ...rendered, box };
	}

	it('sends when the chat is there, to what that chat is bound to', async () => {
		const { update, session, box } = await sendEarly();
		await update(() => session.set({ ...C, chat: { ...CHAT, model: 'its own' } }));
		expect(session.calls).toEqual([['ask', 'hello', { endpointId: 'local', model: 'its own' }, []]]);
		expect(box).toHaveProperty('value', '');
	});

	it('sends what was entered before the window knew its chat, when that chat is there', async () => {
		const { opened, open } = openLater();
		const { find, update, session } = await renderChat(<Composer />, { opened });
		const box = find('textarea', 'Message');
		await update(() => typeInto(box, 'fast'));
		await update(() => void press(box, 'Enter'));
		await update(() => session.set(LOADING));
		await update(open);
		expect(session.calls).toEqual([]);
		await update(() => session.set(C));
		expect(session.calls).toEqual([['ask', 'fast', expect.objectContaining(TARGET), []]]);
	});

	it('sends once, however often it is told to', async () => {
		const { update, session, box } = await sendEarly();
		session.ask = (text) => {
			session.calls.push(['ask', text]);
			session.set(running());
		};
		await update(() => void press(box, 'Enter'));
		await update(() => session.set(C));
		expect(session.calls).toEqual([['ask', 'hello']]);
	});

	it.each([
		['it turns out to be deleted', GONE],
		['the database refuses it', { isLoading: false, isStoreFailing: true }],
	])('sends nothing, and keeps the text, when %s', async (_, state) => {
		const { update, session, box } = await sendEarly();
		await update(() => session.set(state));
		expect(session.calls).toEqual([]);
		expect(box).toHaveProperty('value', 'hello');
	});

	it.each([
		[
			'another chat is clicked',
			{ ...LOADING, chatId: 'd' },
			{ ...C, chatId: 'd', chat: { ...CHAT, id: 'd' } },
		],
		['a new one is begun', EMPTY_STATE, EMPTY_STATE],
	])('sends nothing, and keeps the text as its draft, when %s', async (_, clicked, shown) => {
		const { update, session, box } = await sendEarly();
		await update(() => session.set(clicked));
		await update(() => typeInto(box, 'other words'));
		await update(() => session.set(shown));
		expect(session.calls).toEqual([]);
		expect(box).toHaveProperty('value', 'other words');
		await vi.waitFor(async () => expect((await draftOf('c')).text).toBe('hello'));
	});

	it('names no place where the words go before the chat tells', async () => {
		const { update, session, root } = await sendEarly();
		expect(root.textContent).not.toContain('127.0.0.1');
		await update(() => session.set(C));
		expect(root.textContent).toContain('127.0.0.1');
	});
});

describe('a draft', () => {
	it('has its quotations with it: they come and go with its chat, and are sent with its text', async () => {
		const { has, find, update, session, services } = await renderChat(<Composer />);
		await update(() => session.set(LOADING));
		await update(() => services.composer.attach(QUOTE));
		await update(() => session.set(EMPTY_STATE));
		expect(has('button', 'Remove the quote')).toBe(false);
		await vi.waitFor(async () => expect((await draftOf('c')).quotes).toEqual([QUOTE]));
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
		await vi.waitFor(async () => expect((await draftOf('c')).quotes).toEqual([QUOTE]));
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
		let tellOpened = (): void => undefined;
		const opened = new Promise<void>((resolve) => {
			tellOpened = resolve;
		});
		const { find, update, session } = await renderChat(<Composer />, { opened });
		await saveDraft('c', { ...EMPTY_DRAFT, text: 'old words' });
		const box = find('textarea', 'Message');
		await update(() => typeInto(box, 'quick fingers'));
		await update(() => session.set(C));
		await update(() => tellOpened());
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
