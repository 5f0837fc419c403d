import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImportError } from '../../../utils/store/files/chats-file.ts';
import { answer, chat, createDisk, createTestStore, question } from './fixtures.ts';
import { flawsOf, readTables } from './read-tables.ts';

const CODES = ['not-json', 'not-chats', 'newer-version'];

/** A database with a chat in it takes this file, or refuses it, perhaps in its middle; what was there before stays. */
async function holdsAgainst(text: string): Promise<void> {
	const disk = createDisk();
	const store = createTestStore(disk);
	const stored = answer('a1', { status: 'done', content: 'Mine' });
	await store.saveQuestion({ chat: chat(), question: question(), answer: stored });
	const before = await readTables(disk);
	const { added } = await store.importChats(new Blob([text])).catch((error: unknown) => {
		if (!(error instanceof ImportError)) throw error;
		expect(CODES).toContain(error.code);
		return error.outcome;
	});
	const after = await readTables(disk);
	expect(after.chats).toHaveLength(before.chats.length + added);
	expect(flawsOf(after)).toEqual([]);
	for (const table of ['nodes', 'messages'] as const) {
		for (const row of before[table]) expect(after[table]).toContainEqual(row);
	}
	const withoutLeaf = ({ leafId: _, ...row }: object & { leafId?: unknown }) => row;
	expect(after.chats.map(withoutLeaf)).toEqual(expect.arrayContaining(before.chats.map(withoutLeaf)));
	store.close();
}

/** Few ids for many messages, so that they meet: duplicates, circles, orphans, messages of other chats. */
const chatId = fc.constantFrom('c1', 'c2', 'c3', '__proto__');
const messageId = fc.constantFrom('q1', 'a1', 'm1', 'm2', 'm3', 'm4', 'm5', 'toString');
const anything = fc.jsonValue({ maxDepth: 2 });
const often = <T>(arbitrary: fc.Arbitrary<T>) =>
	fc.oneof({ weight: 12, arbitrary }, { weight: 1, arbitrary: anything });

const message = fc.record(
	{
		id: often(messageId),
		chatId: often(chatId),
		parentId: often(fc.option(messageId)),
		role: often(fc.constantFrom('user', 'assistant')),
		content: often(fc.string()),
		status: often(fc.constantFrom('waiting', 'streaming', 'done', 'failed')),
		failure: anything,
		attachments: anything,
		parts: often(
			fc.array(
				often(
					fc.record({ type: fc.constantFrom('text', 'reasoning', 'image', 'x'), text: often(fc.string()) }),
				),
			),
		),
		createdAt: often(fc.integer({ min: 0, max: 9 })),
	},
	{ requiredKeys: ['id', 'chatId', 'parentId', 'role'] },
);

const oneChat = often(chatId).chain((id) =>
	fc.record(
		{
			id: fc.constant(id),
			title: often(fc.string()),
			leafId: often(fc.option(messageId)),
			updatedAt: often(fc.integer()),
			messages: often(fc.array(often(message.map((made) => ({ ...made, chatId: id }))), { maxLength: 8 })),
		},
		{ requiredKeys: ['id', 'messages'] },
	),
);
const anyChat = fc.oneof(
	oneChat,
	fc.record({ id: chatId, messages: fc.array(message, { maxLength: 8 }) }),
	anything,
);
const file = fc
	.tuple(fc.constantFrom(1, 2), fc.array(anyChat, { maxLength: 5 }))
	.map(([version, chats]) => JSON.stringify({ format: 'lockchat-chats', version, chats }));

/** A character is lost, doubled or replaced, or the rest is cut off. */
const mutated = fc
	.tuple(file, fc.nat(), fc.constantFrom('lose', 'double', 'replace', 'cut'), fc.string({ maxLength: 3 }))
	.map(([text, seed, kind, by]) => {
		const at = seed % text.length;
		const [start, rest] = [text.slice(0, at), text.slice(at + 1)];
		const put = { lose: '', double: text.slice(at, at + 1).repeat(2), replace: by, cut: '' }[kind];
		return start + put + (kind === 'cut' ? '' : rest);
	});

const RUNS = { numRuns: 150 };

describe('whatever stands in a file, it is taken as sound trees or refused with a code', () => {
	it.each<[string, fc.Arbitrary<string>]>([
		['any text', fc.string()],
		['any JSON', fc.json()],
		['chats and messages of every sort', file],
		['a file with a flaw somewhere', mutated],
	])('%s', { timeout: 180_000 }, async (_, texts) => {
		await fc.assert(fc.asyncProperty(texts, holdsAgainst), RUNS);
	});
});
