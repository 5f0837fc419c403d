import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../utils/store/store.ts';
import { grown } from '../flat-message.ts';
import { answer, chat, createDisk, createTestStore, observe, question } from './fixtures.ts';
import { readTables } from './read-tables.ts';
import { putRaw } from './version-1.ts';

let disk: ReturnType<typeof createDisk>;
let store: Store;
let put: (table: string, row: object) => Promise<void>;

beforeEach(async () => {
	disk = createDisk();
	store = createTestStore(disk);
	put = (table, row) => putRaw(disk, table, row);
	await store.saveQuestion({ chat: chat(), question: question(), answer: answer() });
});

describe('a message that is damaged', () => {
	it.each<[string, object, object]>([
		['without parts', { parts: 7 }, { parts: [] }],
		[
			'with a part that is none',
			{ parts: [7, { type: 'text', text: 'kept' }] },
			{ parts: [{ type: 'text', text: 'kept' }] },
		],
		[
			'with a part that lost its text',
			{ parts: [{ type: 'quote', title: 'T' }] },
			{ parts: [{ type: 'quote', text: '', title: 'T', url: '' }] },
		],
		['of unknown status', { status: 'thinking' }, { status: 'interrupted' }],
		['without a time', { createdAt: Number.NaN }, { createdAt: 0 }],
		['of a day that no calendar has', { createdAt: 1e300 }, { createdAt: 0 }],
		['with a parent that is no id', { parentId: 3 }, { parentId: null }],
	])('%s is repaired', async (_, damage, repaired) => {
		await put('messages', { ...answer(), ...damage });
		expect((await store.getMessages(['a1'])).get('a1')).toEqual({ ...answer(), ...repaired });
	});

	it.each<[string, object]>([
		['a failure of no known kind', { failure: { code: 'bad-luck' } }],
		['half a usage', { usage: { promptTokens: 1 } }],
		['a picture without its bytes', { parts: [{ type: 'image' }] }],
		['undefined reasoning', { reasoning: undefined }],
	])('loses %s', async (_, damage) => {
		await put('messages', { ...answer(), ...damage });
		expect((await store.getMessages(['a1'])).get('a1')).toEqual(answer());
	});

	it.each<[string, object]>([
		['of no known role', { role: 'tool' }],
		['of no chat', { chatId: 1 }],
	])('%s is skipped, and hides no other', async (_, damage) => {
		await put('messages', { ...answer(), ...damage });
		expect([...(await store.getMessages(['q1', 'a1'])).keys()]).toEqual(['q1']);
		expect(await store.getPath('c1', 'a1')).toEqual([question()]);
	});
});

it('a node that is damaged is skipped, and the rest of the tree stands', async () => {
	await put('nodes', { chatId: 'c1', id: 'a1', role: 'tool' });
	const watched = observe((listener, onError) => store.watchNodes('c1', listener, onError));
	expect(await watched.next()).toMatchObject([{ id: 'q1' }]);
});

it('a chat that is damaged is repaired, and heals with its next change', async () => {
	await put('chats', { id: 'c1', title: null, order: [1, -5] });
	await put('chats', { id: 'c2', order: [1, -4], leafId: {} });
	const watched = observe((listener, onError) => store.watchChats({ limit: 9 }, listener, onError));
	expect(await watched.next()).toMatchObject([
		{ id: 'c1', title: '', isPinned: false },
		{ id: 'c2', leafId: null },
	]);
	watched.unwatch();
	await store.renameChat('c1', 'Healed');
	const row = (await readTables(disk)).chats.find(({ id }) => id === 'c1');
	expect(row).toMatchObject({ title: 'Healed', isPinned: false, model: '', leafId: null, createdAt: 0 });
});

it('a checkpoint that is damaged does not take the others along', async () => {
	await put('checkpoints', { answerId: 'a1', seq: 1, growth: grown('The ') });
	await put('checkpoints', { answerId: 'a1', seq: 2 });
	await put('checkpoints', { answerId: 'a1', seq: 3, growth: [7, ...grown('sky')] });
	expect(await store.interruptOrphans(new Set())).toMatchObject([
		{ parts: [{ type: 'text', text: 'The sky' }] },
	]);
});
