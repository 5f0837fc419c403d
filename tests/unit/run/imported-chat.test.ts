import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachmentsOf } from '../../../utils/chat/parts.ts';
import { parseCommand } from '../../../utils/run/background/parse-command.ts';
import { readExportedChat } from '../../../utils/store/files/read-chats-file.ts';
import { contentOf } from '../flat-message.ts';
import { chat, question } from '../store/fixtures.ts';

/** The next question of an imported chat, and each stored one as it is asked again when it is edited. */
function asksIn(exported: unknown): unknown[] {
	const read = readExportedChat(exported);
	if (!read) return [];
	const next = question('next', { chatId: read.chat.id, parentId: read.messages.at(-1)?.id ?? null });
	const asked = read.messages.filter(({ role }) => role === 'user');
	const edited = asked.map(({ parts, createdAt }, index) =>
		question(`edit-${index}`, { chatId: read.chat.id, parts, createdAt }),
	);
	return [next, ...edited].map((one) => ({
		type: 'ask',
		chat: { ...read.chat, leafId: 'new' },
		question: one,
		answerId: 'new',
	}));
}

const quote = { type: 'quote', text: 't', title: 'p', url: 'https://a.example/' } as const;
const longWord = fc.constantFrom(0, 1, 100, 101, 10_000, 10_001, 20_000).map((length) => 'x'.repeat(length));
const number = fc.oneof(fc.double({ noNaN: true }), fc.integer(), fc.constantFrom(-1, 1.5, 5, 8.64e15));
const often = <T>(arbitrary: fc.Arbitrary<T>) =>
	fc.oneof({ weight: 9, arbitrary }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 1 }) });

const anyQuote = fc.record({
	type: fc.constant('quote'),
	text: often(longWord),
	title: often(longWord),
	url: often(longWord),
});
/**
 * A part of either version of the file: in the first a message had one text and attachments, in the second it has
 * parts.
 */
const anyPart = fc.oneof(
	anyQuote,
	fc.record({ type: fc.constantFrom('text', 'reasoning', 'hologram'), text: often(longWord) }),
	fc.record({
		type: fc.constant('file'),
		name: often(longWord),
		mime: often(longWord),
		text: often(longWord),
	}),
	fc.record({ type: fc.constantFrom('image', 'tool', 'page') }),
);
const anyMessage = fc.record(
	{
		id: often(longWord),
		chatId: fc.constant('c'),
		parentId: fc.constant(null),
		role: fc.constant('user'),
		content: often(longWord),
		attachments: often(
			fc.oneof(fc.array(anyQuote, { maxLength: 3 }), fc.constant(new Array(101).fill(quote))),
		),
		parts: often(fc.oneof(fc.array(anyPart, { maxLength: 5 }), fc.constant(new Array(103).fill(quote)))),
		createdAt: often(number),
	},
	{ requiredKeys: ['id', 'chatId', 'role'] },
);
const anyChat = fc.record(
	{
		id: fc.constant('c'),
		title: often(longWord),
		isPinned: often(fc.boolean()),
		endpointId: often(longWord),
		model: often(longWord),
		systemPrompt: often(longWord),
		temperature: often(number),
		leafId: often(longWord),
		createdAt: often(number),
		updatedAt: often(number),
		messages: fc.array(anyMessage, { maxLength: 4 }),
	},
	{ requiredKeys: ['id', 'messages'] },
);

describe('a chat that an import takes', () => {
	it('can be asked in, whatever stands in its file', () => {
		fc.assert(
			fc.property(anyChat, (exported) => {
				const asks = asksIn(exported);
				expect(asks.length).toBeGreaterThan(0);
				for (const ask of asks) expect(parseCommand(ask)).toEqual(ask);
			}),
			{ numRuns: 500 },
		);
	});

	it('keeps of what does not fit as much as makes sense', () => {
		const exported = {
			...chat({ id: 'c', title: 'x'.repeat(20_000), endpointId: 'x'.repeat(101), temperature: 5 }),
			createdAt: -1,
			updatedAt: 1.5,
			messages: [
				question('q', {
					chatId: 'c',
					content: 'x'.repeat(9e6),
					attachments: [{ ...quote, title: 'x'.repeat(10_001) }, ...new Array(100).fill(quote)],
				}),
			],
		};
		const read = readExportedChat(exported);
		expect(read?.chat).toMatchObject({ endpointId: '', model: 'm1', temperature: 2 });
		expect(read?.chat).toMatchObject({ createdAt: 0, updatedAt: 1, title: 'x'.repeat(10_000) });
		const [first] = read?.messages ?? [];
		expect(contentOf(first)).toHaveLength(8 * 1024 * 1024);
		const attachments = attachmentsOf(first?.parts ?? []);
		expect(attachments).toHaveLength(100);
		expect(attachments[0]).toHaveProperty('title', 'x'.repeat(10_000));
		for (const ask of asksIn(exported)) expect(parseCommand(ask)).not.toBeNull();
	});

	it('is otherwise as it stands in its file', () => {
		const messages = [question('q', { chatId: 'c', attachments: [quote] })];
		const sound = chat({ id: 'c', temperature: 0.2, systemPrompt: 'Be brief.' });
		expect(readExportedChat({ ...sound, messages })).toMatchObject({
			chat: sound,
			messages,
			messageCount: 1,
		});
	});
});
