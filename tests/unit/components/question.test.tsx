// @vitest-environment happy-dom
import type { FlatMessage } from '../flat-message.ts';
import './fake-texts.ts';

import { describe, expect, it, vi } from 'vitest';
import { Question } from '../../../components/chat/question/question.tsx';
import { chatOf, messageOf, runOf } from './fake-session.ts';
import { press, renderChat, typeInto } from './render-chat.tsx';

const ENTRY = { id: 'q', role: 'user', versions: ['q'] } as const;

function render(fields: FlatMessage = {}) {
	const question = messageOf({ id: 'q', role: 'user', content: 'Why?', ...fields });
	const answer = messageOf({ id: 'a', role: 'assistant', content: 'So.' });
	return renderChat(<Question entry={ENTRY} />, { state: chatOf([question, answer]) });
}

describe('a question', () => {
	it('is edited in its place, and asked as a new version', async () => {
		const { find, update, session } = await render();
		await update(() => find('button', 'Edit').click());
		const box = find('textarea', 'New version of the question');
		expect(document.activeElement).toBe(box);
		expect(box).toHaveProperty('value', 'Why?');
		await update(() => typeInto(box, 'Why not?'));
		await update(() => void press(box, 'Enter'));
		expect(session.calls).toEqual([['edit', 'q', 'Why not?']]);
	});

	it('stays as it is on Escape', async () => {
		const { find, update, session, root } = await render();
		await update(() => find('button', 'Edit').click());
		await update(() => void press(find('textarea', 'New version of the question'), 'Escape'));
		expect(session.calls).toEqual([]);
		expect(root.querySelector('textarea')).toBeNull();
	});

	it.each([
		['is composing', { isComposing: true }],
		['sends key code 229', { keyCode: 229 }],
	])('is still edited after an Escape that an input method takes: it %s', async (_, init) => {
		const { find, update, root } = await render();
		await update(() => find('button', 'Edit').click());
		let event: KeyboardEvent | undefined;
		await update(() => {
			event = press(find('textarea', 'New version of the question'), 'Escape', init);
		});
		expect(root.querySelector('textarea')).not.toBeNull();
		expect(event?.defaultPrevented).toBe(false);
	});

	it('is edited from its end, and gives the focus back to its button when that is cancelled', async () => {
		const { find, update } = await render();
		await update(() => find('button', 'Edit').click());
		const box = find('textarea', 'New version of the question');
		expect([box, 4, 4]).toEqual([
			document.activeElement,
			Reflect.get(box, 'selectionStart'),
			Reflect.get(box, 'selectionEnd'),
		]);
		await update(() => find('button', 'Cancel').click());
		expect(document.activeElement).toBe(find('button', 'Edit'));
	});

	it('cannot be changed while its answer runs', async () => {
		const question = messageOf({ id: 'q', role: 'user', content: 'Why?' });
		const answer = messageOf({ id: 'a', role: 'assistant', status: 'streaming', content: 'So' });
		const { has } = await renderChat(<Question entry={ENTRY} />, {
			state: chatOf([question, answer], [runOf(answer)]),
		});
		expect(has('button', 'Edit')).toBe(false);
		expect(has('button', 'Copy')).toBe(true);
	});

	it('folds a long text until all of it is asked for', async () => {
		const content = Array.from({ length: 40 }, (_, index) => `line ${index}`).join('\n');
		const { find, update, root } = await render({ content });
		expect(root.textContent).not.toContain('line 39');
		await update(() => find('button', 'Show all').click());
		expect(root.textContent).toContain('line 39');
	});

	it.each([
		['https://example.org/a', 'https://example.org/a'],
		['javascript:alert(1)', null],
		['file:///etc/passwd', null],
		['', null],
	])('shows what is quoted from %j as plain text with the link %j', async (url, href) => {
		const quote = { type: 'quote', text: '<img src=x>\n**not bold**', title: 'A <b>page</b>', url } as const;
		const { root } = await render({ attachments: [quote] });
		expect(root.querySelector('blockquote')?.textContent).toContain('<img src=x>\n**not bold**');
		expect(root.querySelector('blockquote')?.textContent).toContain('A <b>page</b>');
		expect(root.querySelector('a')?.getAttribute('href') ?? null).toBe(href);
	});
});

describe('deleting a question', () => {
	it('asks first, as its answer goes with it', async () => {
		const { find, update, session } = await render();
		await update(() => find('button', 'Delete').click());
		expect(session.calls).toEqual([]);
	});

	it('is done at once where nothing follows it: of its chat nothing would be left, so that goes', async () => {
		const question = messageOf({ id: 'q', role: 'user', content: 'Why?' });
		const asked: unknown[] = [];
		const { find, update, session } = await renderChat(<Question entry={ENTRY} />, {
			state: chatOf([question]),
			client: {
				async request(command) {
					asked.push(command);
					return null;
				},
			},
		});
		await update(() => find('button', 'Delete').click());
		await vi.waitFor(() => expect(asked).toMatchObject([{ type: 'discard-chats' }]));
		expect(session.calls).toEqual([['startNew']]);
	});
});
