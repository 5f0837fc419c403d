import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../utils/store/store.ts';
import { contentOf } from '../flat-message.ts';
import { answer, chat, createDisk, createTestStore, question } from './fixtures.ts';
import { flawsOf, readTables } from './read-tables.ts';

let disk = createDisk();
let store: Store;

beforeEach(() => {
	disk = createDisk();
	store = createTestStore(disk);
});

const fileOf = (...chats: unknown[]) =>
	new Blob([JSON.stringify({ format: 'lockchat-chats', version: 2, chats })]);
const done = (id: string, changes = {}) =>
	answer(id, { content: `text of ${id}`, status: 'done', ...changes });
/** A chat of the file with a question and its answer. */
const exported = (changes = {}, messages: unknown[] = [question(), done('a1')]) => ({
	...chat({ leafId: 'a1', ...changes }),
	messages,
});
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

describe('a chat that is here already', () => {
	it('stays as it is, whatever the file says of what is in it', async () => {
		await store.saveQuestion({ chat: chat(), question: question(), answer: done('a1') });
		const before = await readTables(disk);
		const other = exported({ title: 'Other', isPinned: true }, [question('q1', { content: 'Other' })]);
		expect(await store.importChats(fileOf(other))).toMatchObject({
			added: 0,
			extended: 0,
			kept: 1,
			skipped: 0,
		});
		expect(await readTables(disk)).toEqual(before);
	});

	it('gets the messages that it lacks, and shows what goes on with what it shows', async () => {
		await store.saveQuestion({ chat: chat(), question: question(), answer: done('a1') });
		const before = await readTables(disk);
		const messages = [
			question('q1', { content: 'Other' }),
			done('a1', { content: 'Other' }),
			done('a1b', { createdAt: 90 }),
			question('q2', { parentId: 'a1', createdAt: 20 }),
			done('a2', { parentId: 'q2', createdAt: 21 }),
		];
		const outcome = await store.importChats(fileOf(exported({ title: 'Other' }, messages)));
		expect(outcome).toMatchObject({ added: 0, extended: 1, kept: 0, skipped: 0 });
		expect(outcome.lines).toContainEqual({ code: 'messages-added', name: 'Other', count: 3 });
		const after = await readTables(disk);
		for (const table of ['nodes', 'messages'] as const) {
			for (const row of before[table]) expect(after[table]).toContainEqual(row);
		}
		expect(ids(after.messages)).toEqual(['a1', 'a1b', 'a2', 'q1', 'q2']);
		expect(await store.getChat('c1')).toMatchObject({ title: 'Sky', leafId: 'a2' });
		expect(flawsOf(after)).toEqual([]);
	});

	it('keeps its messages when another chat of the file names them as its own', async () => {
		await store.saveQuestion({ chat: chat(), question: question(), answer: done('a1') });
		const messages = [
			question('q2', { chatId: 'c2' }),
			done('a1', { chatId: 'c2', parentId: 'q2', content: 'Stolen' }),
			question('q3', { chatId: 'c2', parentId: 'a1' }),
		];
		expect(await store.importChats(fileOf(exported({ id: 'c2' }, messages)))).toMatchObject({
			added: 1,
			kept: 0,
			skipped: 2,
		});
		expect(contentOf((await store.getMessages(['a1'])).get('a1'))).toBe('text of a1');
		expect((await store.getChat('c2'))?.leafId).toBe('q2');
		expect(flawsOf(await readTables(disk))).toEqual([]);
	});

	it('does not keep the others of the file away, and is no second one when the file comes again', async () => {
		const file = fileOf(exported(), exported({ id: 'c2', leafId: null }, []));
		expect(await store.importChats(file)).toMatchObject({ added: 2, kept: 0, skipped: 0 });
		expect(await store.importChats(file)).toMatchObject({ added: 0, kept: 2, skipped: 0 });
	});
});
