// @vitest-environment happy-dom
import './fake-texts.ts';

import { describe, expect, it, vi } from 'vitest';
import { HistoryDialog } from '../../../components/history/history-dialog.tsx';
import type { Chat, UnsavedChat } from '../../../utils/chat/schema.ts';
import { renderChat } from './render-chat.tsx';

function chatOf(id: string, updatedAt: number, changes: Partial<Chat> = {}): Chat {
	const target = { endpointId: 'local', model: 'm' };
	return { id, title: id, isPinned: false, ...target, leafId: null, createdAt: 0, updatedAt, ...changes };
}

/** The history over these stored chats, with what the database refused of others. */
async function render(stored: Chat[] | 'failing', unsaved: UnsavedChat[]) {
	const kept = new Map(unsaved.map((entry) => [entry.chat.id, entry]));
	const writes: unknown[] = [];
	const history = await renderChat(<HistoryDialog onClose={() => undefined} />, {
		client: {
			getUnsaved: async () => [...kept.values()],
			changeUnsaved: (chat) => void kept.set(chat.id, { chat, messages: [] }),
			deleteChat: async (id) => kept.delete(id),
		},
		store: {
			watchChats(_, listener, onError) {
				if (stored === 'failing') onError(Object.assign(new Error('no'), { code: 'unavailable' }) as never);
				else listener(stored);
				return () => undefined;
			},
			renameChat: async (...args) => void writes.push(args),
			setPinned: async (...args) => void writes.push(args),
		},
	});
	const rows = () => Array.from(document.querySelectorAll('ul > li'), ({ textContent }) => textContent ?? '');
	const choose = async (title: string, item: string) => {
		const row = [...document.querySelectorAll('ul > li')].find((each) => each.textContent?.includes(title));
		await history.update(() => row?.querySelector<HTMLElement>('[aria-label=More]')?.click());
		await vi.waitFor(() => history.find('[role=menuitem]', item));
		await history.update(() => history.find('[role=menuitem]', item).click());
	};
	await history.update(() => undefined);
	return { ...history, rows, choose, kept, writes };
}

const REFUSED = { chat: chatOf('Refused', 2), messages: [] };

describe('case 110: a chat that the database refused', () => {
	it('is listed in its place among the others, with a mark that it is not saved', async () => {
		const { rows } = await render([chatOf('Newer', 3), chatOf('Older', 1)], [REFUSED]);
		expect(rows().map((text) => /Newer|Refused|Older/.exec(text)?.[0])).toEqual([
			'Newer',
			'Refused',
			'Older',
		]);
		expect(rows().map((text) => text.includes('Not saved'))).toEqual([false, true, false]);
	});

	it('is listed once, and without the mark, where only the end of it was refused', async () => {
		const { rows } = await render([REFUSED.chat], [REFUSED]);
		expect(rows()).toHaveLength(1);
		expect(rows()[0]).not.toContain('Not saved');
	});

	it('is listed where no stored chat can be read', async () => {
		vi.spyOn(console, 'error').mockImplementation(() => undefined);
		const { rows } = await render('failing', [REFUSED]);
		expect(rows()).toEqual([expect.stringContaining('Not saved')]);
	});

	it('is opened like any other', async () => {
		const { update, session } = await render([], [REFUSED]);
		const row = document.querySelector<HTMLElement>('ul > li button');
		await update(() => row?.click());
		expect(session.calls).toEqual([['open', 'Refused']]);
	});

	it('is renamed, pinned and deleted where it is kept', async () => {
		const { choose, find, update, rows, kept, writes } = await render([], [REFUSED]);
		await choose('Refused', 'Rename');
		await update(() => {
			const box = find('input', 'Title');
			// This is the setter of the prototype, since React watches the element's own.
			Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box, 'Kept');
			box.dispatchEvent(new Event('input', { bubbles: true }));
		});
		await update(() => find('button', 'Save').click());
		await vi.waitFor(() => expect(rows()[0]).toContain('Kept'));
		await choose('Kept', 'Pin');
		await vi.waitFor(() =>
			expect(kept.get('Refused')?.chat).toMatchObject({ title: 'Kept', isPinned: true }),
		);
		expect(writes).toEqual([]);
		await choose('Kept', 'Delete');
		await vi.waitFor(() => find('[role=dialog] button', 'Delete'));
		await update(() => find('[role=dialog] button', 'Delete').click());
		await vi.waitFor(() => expect(rows()).toEqual([]));
	});
});
