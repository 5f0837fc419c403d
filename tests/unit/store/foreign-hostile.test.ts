import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../utils/store/store.ts';
import { createDisk, createTestStore } from './fixtures.ts';
import { flawsOf, readTables } from './read-tables.ts';

let disk = createDisk();
let store: Store;

beforeEach(() => {
	disk = createDisk();
	store = createTestStore(disk);
});

const text = (words: string) => ({ type: 'text', text: words });

describe('case 150: a hostile file of another program', () => {
	const chatgpt = (mapping: object, rest = {}) => ({ id: 'x', title: 'X', mapping, ...rest });
	const said = (words: unknown, parent: unknown = null, role: unknown = 'user') => ({
		parent,
		message: { author: { role }, content: { content_type: 'text', parts: [words] } },
	});

	it('follows no circle, and says how much it left out', async () => {
		const mapping = { a: said('A', 'b'), b: said('B', 'a'), c: said('C') };
		const outcome = await store.importChats(new Blob([JSON.stringify([chatgpt(mapping)])]));
		expect(outcome).toMatchObject({ added: 1, skipped: 2 });
		expect((await readTables(disk)).messages).toHaveLength(1);
	});

	it('keeps the words of a message whose parent is not there', async () => {
		await store.importChats(new Blob([JSON.stringify([chatgpt({ a: said('A', 'gone') })])]));
		expect((await readTables(disk)).messages).toMatchObject([{ parentId: null, parts: [text('A')] }]);
	});

	it('pollutes no prototype', async () => {
		const file = JSON.stringify([chatgpt({ a: said('A') })]).replace(
			'"a":{',
			'"__proto__":{"isPolluted":true},"a":{',
		);
		await store.importChats(new Blob([file]));
		expect(Reflect.get({}, 'isPolluted')).toBeUndefined();
		expect((await readTables(disk)).messages).toHaveLength(1);
	});

	it.each<[string, unknown]>([
		[
			'wrong types everywhere',
			[chatgpt({ a: 7, b: null, c: said({}), d: { message: 'x', children: 3 } }, { title: [] })],
		],
		['a Claude chat', [{ chat_messages: [null, 7, { sender: {}, content: 'x' }], uuid: 9 }]],
		[
			'an Open WebUI chat',
			[{ chat: { history: { messages: { a: { role: 'user', content: 7, files: 'x' } } } } }],
		],
		[
			'a LibreChat chat',
			{ conversationId: {}, messages: [null, 'x', { text: 7, content: [null, {}], children: 'x' }] },
		],
		['a Page Assist chat', { chat: [{ history: {}, messages: [null, { role: 'user', content: [] }] }] }],
		['a ChatGPTBox chat', { sessions: [{ conversationRecords: [null, 7, { question: {} }] }] }],
	])('survives %s', async (_, document) => {
		const outcome = await store.importChats(new Blob([JSON.stringify(document)]));
		expect(outcome.added + outcome.skipped).toBeGreaterThan(0);
		await store.getChat('x');
		expect(flawsOf(await readTables(disk))).toEqual([]);
	});

	it('that names an id of a chat made here does not come near it', async () => {
		const own = JSON.parse(await (await store.exportChats()).file.text());
		expect(own.chats).toEqual([]);
		await store.importChats(new Blob([JSON.stringify([chatgpt({ a: said('A') }, { id: 'c1' })])]));
		expect(await store.getChat('c1')).toBeNull();
	});

	it('with a text that looks like markup without end takes no time without end', async () => {
		const content = '<details type="reasoning">'.repeat(40_000) + '<think>'.repeat(40_000);
		const messages = { a: { role: 'assistant', content } };
		const file = new Blob([JSON.stringify([{ id: 'x', chat: { history: { messages } } }])]);
		expect(await store.importChats(file)).toMatchObject({ added: 1 });
	});
});
