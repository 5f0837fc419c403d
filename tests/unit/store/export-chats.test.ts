import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../utils/store/store.ts';
import { contentOf, grown } from '../flat-message.ts';
import { answer, chat, createDisk, createTestStore, question } from './fixtures.ts';
import { readTables } from './read-tables.ts';
import { putRaw } from './version-1.ts';

const disk = { first: createDisk(), second: createDisk() };
let store: Store;

/** Two chats: one with two answers to one question, one with an answer that runs. */
async function fill(): Promise<void> {
	const full = answer('a1', {
		content: 'Because of Rayleigh. \ud800 “Привет” \u2028',
		reasoning: 'Hm.',
		status: 'done',
		finishReason: 'stop',
		model: 'm1',
		endpointId: 'e1',
		usage: { promptTokens: 1, completionTokens: 2, totalTokens: 3 },
	});
	const quote = { type: 'quote' as const, text: 'blue', title: 'Sky', url: 'https://example.org' };
	await store.saveQuestion({
		chat: chat({ systemPrompt: 'Be brief.', temperature: 0.5, isPinned: true }),
		question: question('q1', { attachments: [quote] }),
		answer: full,
	});
	await store.saveAnswerStart(
		answer('a1b', { status: 'failed', failure: { code: 'rate-limited', status: 429, detail: 'Later.' } }),
	);
	await store.saveQuestion({
		chat: chat({ id: 'c2', title: 'Sea' }),
		question: question('q2', { chatId: 'c2' }),
		answer: answer('a2', { chatId: 'c2', parentId: 'q2', content: 'The ' }),
	});
	await store.appendCheckpoint({ answerId: 'a2', seq: 1, growth: grown('sea') });
	await store.appendCheckpoint({ answerId: 'a2', seq: 2, growth: grown('.', 'Hm.') });
}

beforeEach(async () => {
	disk.first = createDisk();
	disk.second = createDisk();
	store = createTestStore(disk.first);
	await fill();
});

describe('the file of all chats', () => {
	it('says what it is, and has each chat with its messages, the oldest first', async () => {
		const { file, count } = await store.exportChats();
		expect(count).toBe(2);
		expect(file.type).toBe('application/json');
		expect(JSON.parse(await file.text())).toMatchObject({
			format: 'lockchat-chats',
			version: 2,
			exportedAt: '1970-01-01T00:00:01.000Z',
			chats: [
				{ id: 'c1', messages: [{ id: 'q1' }, { id: 'a1' }, { id: 'a1b' }] },
				{ id: 'c2', messages: [{ id: 'q2' }, { id: 'a2' }] },
			],
		});
	});

	it('has an answer that runs as far as it came, and leaves the one in the database running', async () => {
		const { chats } = JSON.parse(await (await store.exportChats()).file.text());
		expect(chats[1].messages[1]).toMatchObject({
			parts: [
				{ type: 'text', text: 'The sea' },
				{ type: 'reasoning', text: 'Hm.' },
				{ type: 'text', text: '.' },
			],
			status: 'interrupted',
		});
		expect((await store.getMessages(['a2'])).get('a2')?.status).toBe('waiting');
	});

	it('holds no key of an index, and what a newer version has put beside a message', async () => {
		await putRaw(disk.first, 'messages', {
			...question('q3'),
			hue: 'of a newer version',
		});
		const text = await (await store.exportChats()).file.text();
		expect(text).toContain('text of q3');
		expect(text).toContain('"hue":"of a newer version"');
		expect(text).not.toMatch(/"(order|open)":/);
	});

	it('leaves out what is damaged beyond repair, and has all the rest', async () => {
		const raw = disk.first;
		await putRaw(raw, 'messages', { ...question('broken'), role: 'tool' });
		await putRaw(raw, 'chats', { id: 'c3', title: 7, order: [1, 0] });
		const { chats } = JSON.parse(await (await store.exportChats()).file.text());
		expect(chats[0].messages).toHaveLength(3);
		expect(chats[2]).toMatchObject({ id: 'c3', title: '', messages: [] });
	});

	it('has what the database refused: in its chat, in place of older rows, and as a chat of its own', async () => {
		const newer = answer('a1', { content: 'Because of the air.', status: 'done' });
		const more = question('q9', { parentId: 'a1', createdAt: 9 });
		const running = answer('a9', { parentId: 'q9', content: 'As far', status: 'streaming', createdAt: 10 });
		const alone = chat({ id: 'c9', title: 'Refused' });
		const unsaved = [
			{ chat: chat({ title: 'stale' }), messages: [newer, more, running] },
			{ chat: alone, messages: [question('q0', { chatId: 'c9' })] },
		];
		const { file, count } = await store.exportChats(undefined, unsaved);
		expect(count).toBe(3);
		const { chats } = JSON.parse(await file.text());
		expect(chats[0].title).toBe(chat().title);
		expect(chats[0].messages).toHaveLength(5);
		const found = (id: string) => chats[0].messages.find((message: { id: string }) => message.id === id);
		expect(contentOf(found('a1'))).toBe('Because of the air.');
		expect(found('a9')).toMatchObject({ parts: [{ type: 'text', text: 'As far' }], status: 'interrupted' });
		expect(chats[2]).toMatchObject({ id: 'c9', title: 'Refused', messages: [{ id: 'q0' }] });
	});

	it('of one chat has nothing that was refused of another', async () => {
		const unsaved = [{ chat: chat({ id: 'c9' }), messages: [question('q0', { chatId: 'c9' })] }];
		const { file, count } = await store.exportChats(['c1'], unsaved);
		expect(count).toBe(1);
		expect(await file.text()).not.toContain('c9');
	});

	it('is a file also when there are no chats', async () => {
		const empty = createTestStore();
		const { file, count } = await empty.exportChats();
		expect(count).toBe(0);
		expect(await empty.importChats(file)).toMatchObject({ added: 0, kept: 0, skipped: 0 });
	});
});

it('chats come back as the same rows in an empty database', async () => {
	const { file } = await store.exportChats();
	await store.interruptOrphans(new Set());
	const other = createTestStore(disk.second);
	expect(await other.importChats(file)).toMatchObject({ added: 2, kept: 0, skipped: 0 });
	const before = await readTables(disk.first);
	const after = await readTables(disk.second);
	const unstamped = after.nodes.map(({ updatedAt, ...node }) => node);
	expect(after.chats).toEqual(before.chats);
	expect(after.messages).toEqual(before.messages);
	expect(unstamped).toEqual(before.nodes.map(({ updatedAt, ...node }) => node));
	expect(after.checkpoints).toEqual([]);
});
