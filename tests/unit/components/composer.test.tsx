// @vitest-environment happy-dom
import './fake-texts.ts';

import { describe, expect, it, vi } from 'vitest';
import { Composer } from '../../../components/chat/composer/composer.tsx';
import { openLater, QUOTE, running, TARGET } from './composer-chats.ts';
import { press, renderChat, typeInto } from './render-chat.tsx';

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
		// What shows attachments is loaded with the first of them.
		await vi.waitFor(() => expect(root.querySelectorAll('a[href="https://example.org/"]')).toHaveLength(2));
		await update(() => find('button', 'Remove the quote').click());
		await update(() => typeInto(find('textarea', 'Message'), 'why?'));
		await update(() => find('button', 'Send').click());
		expect(session.calls).toEqual([['ask', 'why?', expect.anything(), [other]]]);
		expect(services.composer.getAttachments()).toEqual([]);
	});
});

describe('while an answer runs, the composer', () => {
	it('holds Stop in the place of Send, and lets the next question be typed and wait', async () => {
		const { find, has, update, session } = await renderChat(<Composer />, { state: running() });
		const box = find('textarea', 'Message');
		await update(() => typeInto(box, 'the next one'));
		await update(() => void press(box, 'Enter'));
		expect(has('button', 'Send')).toBe(false);
		expect(box).toHaveProperty('value', '');
		await update(() => find('button', 'Stop').click());
		expect(session.calls).toEqual([
			['askLater', 'the next one', []],
			['stop', 'a'],
		]);
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
