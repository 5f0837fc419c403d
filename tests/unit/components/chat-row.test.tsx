// @vitest-environment happy-dom
import './fake-texts.ts';

import { describe, expect, it, vi } from 'vitest';
import { ChatRow } from '../../../components/history/chat-row.tsx';
import type { Chat } from '../../../utils/chat/schema.ts';
import { draftOf, EMPTY_DRAFT, saveDraft } from '../../../utils/settings/drafts.ts';
import { press, renderChat } from './render-chat.tsx';

const CHAT: Chat = {
	id: 'c',
	title: 'Streams',
	isPinned: false,
	endpointId: 'local',
	model: 'm',
	leafId: null,
	createdAt: 0,
	updatedAt: Date.now(),
};

/** Opens the row's menu and takes one of its items. */
async function choose(row: Awaited<ReturnType<typeof render>>, item: string): Promise<void> {
	await row.update(() => row.find('button', 'More').click());
	await vi.waitFor(() => row.find('[role=menuitem]', item));
	await row.update(() => row.find('[role=menuitem]', item).click());
}

/** What the database refused of the chat. */
const UNSAVED = { chat: CHAT, messages: [] };

async function render(chat: Partial<Chat> = {}, state = {}) {
	const calls: unknown[][] = [];
	const opened: string[] = [];
	const row = await renderChat(
		<ul>
			<ChatRow
				chat={{ ...CHAT, ...chat }}
				heading={null}
				onOpened={() => opened.push('opened')}
				onFocusLost={() => undefined}
				onTag={() => undefined}
			/>
		</ul>,
		{
			state,
			client: {
				deleteChat: async (id) => calls.push(['deleteChat', id]) > 0,
				getUnsaved: async () => [UNSAVED],
				async request(asked) {
					calls.push([asked.type, ...('chatIds' in asked ? asked.chatIds : [])]);
					return asked.type === 'discard-chats'
						? { type: 'discard-chats', chatIds: asked.chatIds, isDone: true }
						: { type: 'purge-chats' };
				},
			},
			store: {
				setPinned: async (...args) => void calls.push(['setPinned', ...args]),
				renameChat: async (...args) => void calls.push(['renameChat', ...args]),
				exportChats: async (...args) => {
					calls.push(['exportChats', ...args]);
					return { file: new Blob(), count: 1 };
				},
			},
		},
	);
	return { ...row, calls, opened };
}

describe('a chat in the list', () => {
	it('opens, and ends the list', async () => {
		const { root, update, session, opened } = await render();
		await update(() => root.querySelector('button')?.click());
		expect(session.calls).toEqual([['open', 'c']]);
		expect(opened).toEqual(['opened']);
	});

	it.each([
		['Pin', { isPinned: false }, true],
		['Unpin', { isPinned: true }, false],
	])('has %s in its menu', async (item, chat, isPinned) => {
		const row = await render(chat);
		await choose(row, item);
		await vi.waitFor(() => expect(row.calls).toEqual([['setPinned', 'c', isPinned]]));
	});

	it('is renamed in its place', async () => {
		const row = await render();
		await choose(row, 'Rename');
		const box = row.find('input', 'Title');
		expect(box).toHaveProperty('value', 'Streams');
		await row.update(() => {
			Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box, ' Rivers ');
			box.dispatchEvent(new Event('input', { bubbles: true }));
		});
		await row.update(() => row.find('button', 'Save').click());
		await vi.waitFor(() => expect(row.calls).toEqual([['renameChat', 'c', 'Rivers']]));
	});

	it('keeps its title on Escape', async () => {
		const row = await render();
		await choose(row, 'Rename');
		await row.update(() => void press(row.find('input', 'Title'), 'Escape'));
		expect(row.root.textContent).toContain('Streams');
		expect(row.calls).toEqual([]);
	});

	it.each([
		['is composing', { isComposing: true }],
		['sends key code 229', { keyCode: 229 }],
	])('is still renamed after an Escape that an input method takes: it %s', async (_, init) => {
		const row = await render();
		await choose(row, 'Rename');
		await row.update(() => void press(row.find('input', 'Title'), 'Escape', init));
		expect(row.has('input', 'Title')).toBe(true);
	});

	it('is written to a file of its own, with what the database refused', async () => {
		const urls: string[] = [];
		vi.spyOn(URL, 'createObjectURL').mockImplementation(() => 'blob:chat');
		vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
			urls.push(`${this.href} as ${this.download}`);
		});
		const row = await render();
		await choose(row, 'Export');
		await vi.waitFor(() => expect(row.calls).toEqual([['exportChats', ['c'], [UNSAVED]]]));
		await vi.waitFor(() =>
			expect(urls).toEqual([expect.stringMatching(/^blob:chat as lockchat-chat-\d{4}-\d\d-\d\d\.json$/)]),
		);
	});

	it('is deleted by the background at once, and for good when nobody has undone it', async () => {
		const row = await render();
		await choose(row, 'Delete');
		expect(row.calls).toEqual([['discard-chats', 'c']]);
		expect(row.services.undo.get()).toMatchObject({ text: 'Chat deleted' });
		row.services.undo.get()?.end();
		expect(row.calls).toEqual([
			['discard-chats', 'c'],
			['purge-chats', 'c'],
		]);
	});

	it('takes its unsent question with it when it is deleted, and leaves those of others', async () => {
		const row = await render();
		const attachments = [{ type: 'quote', text: 'a line', title: '', url: '' }] as const;
		await saveDraft('c', { ...EMPTY_DRAFT, text: 'half a thought', attachments });
		await saveDraft('d', { ...EMPTY_DRAFT, text: 'another' });
		await choose(row, 'Delete');
		expect((await draftOf('c')).text).toBe('half a thought');
		row.services.undo.get()?.end();
		await vi.waitFor(async () => expect(await draftOf('c')).toEqual(EMPTY_DRAFT));
		expect((await draftOf('d')).text).toBe('another');
	});

	it('is marked as the one that the window belongs to, from the click on it on', async () => {
		const { root } = await render({}, { chatId: 'c', isLoading: true });
		expect(root.querySelector('[aria-current]')?.textContent).toContain('Streams');
	});

	it.each([
		['is shown', { chatId: 'c', chat: CHAT }],
		['loads', { chatId: 'c', isLoading: true }],
	])('leaves the window empty when it is the one that %s', async (_, state) => {
		const row = await render({}, state);
		await choose(row, 'Delete');
		expect(row.session.calls).toEqual([['startNew']]);
	});
});
