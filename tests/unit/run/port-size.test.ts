import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../utils/chat/schema.ts';
import { fitsPort, fitToPort } from '../../../utils/run/port-size.ts';
import type { Update } from '../../../utils/run/protocol.ts';

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

const message: fc.Arbitrary<Message> = fc.record({
	id: fc.uuid(),
	chatId: fc.constant('c'),
	parentId: fc.constant(null),
	role: fc.constant('assistant'),
	parts: fc
		.string({ unit: 'binary', maxLength: 2_000, size: 'max' })
		.map((text) => [{ type: 'text' as const, text }]),
	status: fc.constant('done'),
	createdAt: fc.nat(),
});
const chat = {
	id: 'c',
	title: '',
	isPinned: false,
	endpointId: 'e',
	model: 'm',
	leafId: null,
	createdAt: 0,
	updatedAt: 0,
};
const messages = fc.array(message, { maxLength: 5 });
const update: fc.Arbitrary<Update> = fc.oneof(
	fc.tuple(messages, messages).map(
		([running, refused]): Update => ({
			type: 'snapshot',
			chatId: 'c',
			runs: running.map((run) => ({ rev: 1, message: run, status: null, isUnsaved: false })),
			unsaved: { chat, messages: refused },
		}),
	),
	message.map(
		(ended): Update => ({
			type: 'events',
			answerId: 'a',
			since: 0,
			rev: 1,
			events: [{ type: 'ended', message: ended, isUnsaved: false }],
		}),
	),
	messages.map(
		(refused): Update => ({
			type: 'reply',
			requestId: 'r',
			reply: { type: 'get-unsaved', chats: [{ chat, messages: refused }] },
		}),
	),
);

const idsIn = (value: unknown): string[] => JSON.stringify(value).match(/"id":"[^"]*"/g) ?? [];

describe('the size of a message on a port', () => {
	it('is told as it is: what fits has no more bytes, and what does not fit has more', () => {
		fc.assert(
			fc.property(fc.jsonValue(), fc.integer({ min: 0, max: 200 }), (value, maxBytes) => {
				expect(fitsPort(value, maxBytes)).toBe(bytesOf(value) <= maxBytes);
			}),
		);
	});

	it('is not measured by writing out what is far too large', () => {
		const text = 'x'.repeat(8 * 1024 * 1024);
		const longerThanAnyString = { texts: Array.from({ length: 100 }, () => text) };
		expect(fitsPort(longerThanAnyString)).toBe(false);
	});

	it('counts what a character takes, not how many there are', () => {
		expect(fitsPort('x'.repeat(60 * 1024 * 1024))).toBe(true);
		expect(fitsPort('ж'.repeat(33 * 1024 * 1024))).toBe(false);
		expect(fitsPort('\u0000'.repeat(11 * 1024 * 1024))).toBe(false);
	});
});

describe('an update that is to fit a port', () => {
	it('is the same object where it does', () => {
		fc.assert(
			fc.property(update, (given) => {
				expect(fitToPort(given)).toBe(given);
			}),
		);
	});

	it('fits, and still names all of its messages, where it did not', () => {
		fc.assert(
			fc.property(update, fc.integer({ min: 4_000, max: 8_000 }), (given, maxBytes) => {
				const fitted = fitToPort(given, maxBytes);
				expect(bytesOf(fitted)).toBeLessThanOrEqual(maxBytes);
				expect(idsIn(fitted)).toEqual(idsIn(given));
			}),
		);
	});

	it('keeps the messages that there is room for, and says of the others that they are too long', () => {
		const small: Message = {
			...chat,
			chatId: 'c',
			parentId: null,
			role: 'user',
			parts: [{ type: 'text', text: 'Hi?' }],
			status: 'done',
		};
		const large: Message = {
			...small,
			id: 'large',
			role: 'assistant',
			parts: [{ type: 'text', text: 'x'.repeat(5_000) }],
		};
		const given: Update = {
			type: 'snapshot',
			chatId: 'c',
			runs: [],
			unsaved: { chat, messages: [small, large] },
		};
		const fitted = fitToPort(given, 4_000);
		expect(fitted).toMatchObject({
			unsaved: {
				messages: [small, { id: 'large', parts: [], status: 'failed', failure: { code: 'too-long' } }],
			},
		});
	});
});
