import { describe, expect, it, vi } from 'vitest';
import type { Chat, Message, MessageNode } from '../../../utils/chat/schema.ts';
import { watchStoredChat } from '../../../utils/run/session/stored-chat.ts';
import type { Store } from '../../../utils/store/store.ts';

const CHAT = {
	id: 'chat',
	title: '',
	endpointId: 'local',
	model: 'm',
	leafId: 'b',
	createdAt: 1,
	updatedAt: 1,
} as Chat;
const node = (id: string, parentId: string | null, updatedAt: number): MessageNode =>
	({ id, chatId: 'chat', parentId, role: 'user', status: 'done', createdAt: 1, updatedAt }) as MessageNode;
const row = (id: string, text: string): Message =>
	({
		id,
		chatId: 'chat',
		parentId: null,
		role: 'user',
		parts: [{ type: 'text', text }],
		status: 'done',
		createdAt: 1,
	}) as Message;

/** A chat in a database whose reads end when the test says so. */
function setUp() {
	const reads: { ids: readonly string[]; answer: (rows: Message[]) => void }[] = [];
	let tellChat: (chat: Chat | null) => void = () => undefined;
	let tellNodes: (nodes: MessageNode[]) => void = () => undefined;
	const store = {
		watchChat: (_: string, tell: typeof tellChat) => {
			tellChat = tell;
			return () => undefined;
		},
		watchNodes: (_: string, tell: typeof tellNodes) => {
			tellNodes = tell;
			return () => undefined;
		},
		getMessages: (ids: readonly string[]) =>
			new Promise<Map<string, Message>>((resolve) => {
				reads.push({ ids, answer: (rows) => resolve(new Map(rows.map((message) => [message.id, message]))) });
			}),
	} as unknown as Store;
	const handlers = { onChange: vi.fn(), onError: vi.fn() };
	const watch = watchStoredChat('chat', async () => store, handlers);
	return {
		watch,
		handlers,
		reads,
		tell: { chat: (chat: Chat) => tellChat(chat), nodes: (all: MessageNode[]) => tellNodes(all) },
	};
}

const shown = (rows: ReadonlyMap<string, Message>) => [...rows.keys()];

/** Resolves behind all promises that can resolve by now: they do so one after the other, and a timer comes last. */
const allSettled = () => new Promise((resolve) => setTimeout(resolve));

describe('a chat as a window reads it', () => {
	it('keeps what a later, faster read has brought when an earlier one ends', async () => {
		const { watch, reads, tell } = setUp();
		await vi.waitFor(() => expect(watch.get().chat).toBeUndefined());
		void watch.want(['a']);
		await Promise.resolve();
		tell.chat(CHAT);
		tell.nodes([node('a', null, 1), node('b', 'a', 1)]);
		await vi.waitFor(() => expect(reads).toHaveLength(1));
		const two = watch.want(['b']);
		await vi.waitFor(() => expect(reads).toHaveLength(2));
		expect(reads.map(({ ids }) => ids)).toEqual([['a'], ['a', 'b']]);
		reads[1]?.answer([row('a', 'A'), row('b', 'B')]);
		await two;
		expect(shown(watch.get().rows)).toEqual(['a', 'b']);
		reads[0]?.answer([row('a', 'A')]);
		await allSettled();
		expect(shown(watch.get().rows)).toEqual(['a', 'b']);
		watch.close();
	});

	it('says nothing of a failure that comes after the window has left it', async () => {
		let fail: (error: Error) => void = () => undefined;
		const loading = new Promise<Store>((_, reject) => {
			fail = reject;
		});
		const handlers = { onChange: vi.fn(), onError: vi.fn() };
		const watch = watchStoredChat('chat', () => loading, handlers);
		watch.close();
		fail(new Error('refused'));
		await allSettled();
		expect(handlers.onError).not.toHaveBeenCalled();
	});
});
