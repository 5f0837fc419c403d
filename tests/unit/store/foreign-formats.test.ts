import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../utils/chat/schema.ts';
import type { Store } from '../../../utils/store/store.ts';
import { createDisk, createTestStore } from './fixtures.ts';
import { flawsOf, readTables } from './read-tables.ts';

const sample = async (name: string): Promise<File> =>
	new File([await readFile(new URL(`samples/${name}.json`, import.meta.url))], `${name}.json`);

let disk = createDisk();
let store: Store;

beforeEach(() => {
	disk = createDisk();
	store = createTestStore(disk);
});

const text = (words: string) => ({ type: 'text', text: words });
const thought = (words: string, times = {}) => ({ type: 'reasoning', text: words, ...times });

/** The chat that the import made, and its messages by the ids that they had in the file. */
async function imported(name: string) {
	const outcome = await store.importChats(await sample(name));
	const { chats, messages, nodes } = await readTables(disk);
	expect(flawsOf({ chats, messages, nodes, checkpoints: [] })).toEqual([]);
	const [chat] = chats;
	const idOf = (id: string) => `${chat?.id}:${id}`;
	const byId = new Map(messages.map((message) => [message.id.slice((chat?.id.length ?? 0) + 1), message]));
	return { outcome, chat, idOf, byId, parts: (id: string) => byId.get(id)?.parts };
}

const shapeOf = ({ role, parts, model, status, createdAt }: Message) => ({
	role,
	parts,
	model,
	status,
	createdAt,
});

describe('case 145: a ChatGPT export', () => {
	it('keeps the tree, thoughts, tools, models and times, and joins the steps of an answer', async () => {
		const { chat, byId, idOf, outcome } = await imported('chatgpt');
		expect(chat).toMatchObject({
			id: 'chatgpt-6b0f0d9c-0000-4000-8000-000000000001',
			title: 'The picture',
			model: 'gpt-5',
			endpointId: '',
			leafId: idOf('u2'),
			createdAt: 1756000000123,
			updatedAt: 1756000030500,
		});
		expect([...byId.keys()].sort()).toEqual(['a1', 'a1b', 't1', 'u1', 'u1b', 'u2']);
		expect(byId.get('t1')).toMatchObject({
			parentId: idOf('u1'),
			role: 'assistant',
			model: 'gpt-5-thinking',
			createdAt: 1756000002000,
			parts: [
				thought('**Looking**\n\nIt has whiskers.'),
				{ type: 'tool', name: 'python', input: "open('cat.png')", output: '<Image>', state: 'done' },
			],
		});
		expect(byId.get('a1')).toMatchObject({
			parentId: idOf('t1'),
			parts: [text('A **cat**([source](https://example.org/cat)).')],
			finishReason: 'stop',
		});
		expect(byId.get('a1b')).toMatchObject({ parentId: idOf('t1'), model: 'gpt-4o' });
		expect(byId.get('u1b')).toMatchObject({ parentId: null, parts: [text('Another beginning')] });
		expect(byId.get('u2')?.parts).toEqual([text('Thanks')]);
		expect(outcome).toMatchObject({ added: 1, skipped: 1 });
	});

	it('names what it could not carry, and what it could not read', async () => {
		const { outcome, parts } = await imported('chatgpt');
		expect(parts('u1')).toMatchObject([
			{ type: 'file', name: 'notes.pdf', mime: 'application/pdf', text: '' },
			{ type: 'image', blobId: 'file-abc', name: 'cat.png', mime: 'image/png', width: 640, height: 480 },
			text('What is on the picture?'),
		]);
		expect(outcome.lines).toEqual([
			{ code: 'file', name: 'chatgpt.json', format: 'chatgpt', added: 1, extended: 0, kept: 0 },
			{ code: 'chat-unreadable', name: 'chatgpt.json', place: 1 },
			{ code: 'image', name: 'The picture', count: 1 },
			{ code: 'attachment', name: 'The picture', count: 1 },
			{ code: 'audio', name: 'The picture', count: 1 },
		]);
	});

	it('is known again when it is imported again, alone or as one of many files', async () => {
		await imported('chatgpt');
		const before = await readTables(disk);
		const [, chat] = JSON.parse(await (await sample('chatgpt')).text());
		const other = { ...chat, id: 'other', conversation_id: 'other', title: 'Other' };
		const files = [[chat], [other]].map(
			(chats, at) => new File([JSON.stringify(chats)], `conversations-00${at}.json`),
		);
		expect(await store.importChats(files)).toMatchObject({ added: 1, extended: 0, kept: 1, skipped: 0 });
		const after = await readTables(disk);
		for (const row of before.messages) expect(after.messages).toContainEqual(row);
		expect(await store.importChats(new Blob([JSON.stringify(chat)]))).toMatchObject({ kept: 1 });
	});
});

describe('case 146: a Claude export', () => {
	it('keeps thoughts with their times, tools, and the text of what was attached', async () => {
		const { chat, parts, byId, idOf, outcome } = await imported('claude');
		expect(chat).toMatchObject({
			title: 'Rain',
			createdAt: Date.parse('2025-05-01T10:00:00Z'),
			leafId: idOf('m3'),
		});
		expect(parts('m1')).toEqual([
			{ type: 'file', name: 'paste.txt', mime: '', text: 'It rains a lot.' },
			{ type: 'file', name: 'sky.png', mime: '', text: '' },
			text('Summarize'),
		]);
		const startedAt = Date.parse('2025-05-01T10:00:01Z');
		expect(parts('m2')).toMatchObject([
			thought('Short will do.', { startedAt, endedAt: startedAt + 2000 }),
			{ type: 'tool', callId: 'tu1', name: 'web_search', input: '{"query":"rain"}', output: 'wet' },
			text('It rains.'),
		]);
		expect(byId.get('m3')).toMatchObject({ parentId: idOf('m2'), parts: [text('Old words')] });
		expect(outcome).toMatchObject({ added: 1, skipped: 1 });
		expect(outcome.lines).toContainEqual({ code: 'messages-left', name: 'Rain', count: 1 });
	});
});

describe('case 147: an Open WebUI export', () => {
	it('keeps branches, thoughts from either place, tools, parameters and the text of files', async () => {
		const { chat, parts, byId, idOf, outcome } = await imported('open-webui');
		expect(chat).toMatchObject({
			title: 'Sums',
			isPinned: true,
			systemPrompt: 'Be brief.',
			temperature: 0.2,
			model: 'deepseek-r1',
			leafId: idOf('ra2b'),
		});
		expect(parts('ra1')).toMatchObject([
			{ type: 'image', mime: 'image/jpeg' },
			{ type: 'file', name: 'sum.txt', mime: 'text/plain', text: '15 * 17' },
			text('What is 15 * 17?'),
		]);
		expect(parts('ra2')).toEqual([thought('15 < 17'), text('255')]);
		expect(parts('ra2b')).toMatchObject([
			thought('150 + 105', { startedAt: 1700000017000, endedAt: 1700000019000 }),
			{ type: 'tool', name: 'calc', input: '{"a":15}', output: '255' },
			text('It is 255.'),
		]);
		expect(byId.get('ra2c')?.status).toBe('stopped');
		expect(outcome.lines).toContainEqual({ code: 'image', name: 'Sums', count: 1 });
	});
});

describe('case 148: a LibreChat export', () => {
	it('keeps a list whose messages name their parents', async () => {
		const { chat, parts, byId, idOf } = await imported('librechat');
		expect(chat).toMatchObject({
			title: 'Stories',
			systemPrompt: 'You tell stories.',
			temperature: 0.8,
			model: 'gpt-4o',
		});
		expect(parts('l1')).toMatchObject([
			{ type: 'image', name: 'map.png', width: 10, height: 20 },
			text('Tell a story'),
		]);
		expect(byId.get('l2')).toMatchObject({
			parentId: idOf('l1'),
			finishReason: 'stop',
			parts: [thought('A dragon?'), { type: 'tool', name: 'dice', output: '6' }, text('Once upon a time.')],
		});
		expect(byId.get('l3')).toMatchObject({
			parts: [thought('A knight?'), text('Long ago')],
			status: 'stopped',
		});
	});

	it('keeps a tree of messages within messages, however deep', async () => {
		const { byId, idOf } = await imported('librechat-tree');
		const parents = [...byId].map(([id, { parentId }]) => [id, parentId]).sort();
		expect(parents).toEqual([
			['r1', null],
			['r2', idOf('r1')],
			['r2b', idOf('r1')],
			['r3', idOf('r2')],
		]);
		const depth = 1000;
		const deep = Array.from(
			{ length: depth },
			(_, at) => `{"messageId":"d${at}","isCreatedByUser":${at % 2 === 0},"text":"${at}","children":[`,
		).join('');
		const file = `{"conversationId":"deep","title":"Deep","messages":[${deep}${']}'.repeat(depth)}]}`;
		expect(await store.importChats(new Blob([file]))).toMatchObject({ added: 1, skipped: 0 });
		expect(await store.getPath('librechat-deep', `librechat-deep:d${depth - 1}`)).toHaveLength(depth);
	});
});

describe('case 149: exports of other extensions', () => {
	it('Page Assist: messages by their times, thoughts, the prompt', async () => {
		const { chat, byId, idOf, outcome } = await imported('page-assist');
		expect(chat).toMatchObject({
			title: 'Seas',
			isPinned: true,
			systemPrompt: 'Be a sailor.',
			model: 'llama3',
		});
		expect([...byId.values()].sort((a, b) => a.createdAt - b.createdAt).map(shapeOf)).toMatchObject([
			{ role: 'user', parts: [{ type: 'image', mime: 'image/png' }, text('How is the sea?')] },
			{ role: 'assistant', parts: [thought('Salt.'), text('Salty.')], model: 'llama3' },
		]);
		expect(byId.get('pa_m2')?.parentId).toBe(idOf('pa_m1'));
		expect(outcome.lines[0]).toMatchObject({ format: 'page-assist', added: 1 });
	});

	it('ChatGPTBox: each record as a question and its answer', async () => {
		const { chat, byId, outcome } = await imported('chatgptbox');
		expect(chat).toMatchObject({ title: '1/2/2024, 3:04:05 PM', model: 'chatgptApi4o_128k' });
		expect([...byId.values()].sort((a, b) => a.createdAt - b.createdAt).map(({ parts }) => parts)).toEqual([
			[text('Why is it blue?')],
			[thought('Light.'), text('Because of **Rayleigh**.')],
			[text('And red?')],
			[text('Less so.')],
		]);
		expect(outcome.lines).toContainEqual({ code: 'chat-empty', name: 'empty' });
	});

	it.each(['page-assist', 'chatgptbox'])('no key of %s comes along', async (name) => {
		await imported(name);
		expect(JSON.stringify(await readTables(disk))).not.toContain('sk-secret');
	});
});
