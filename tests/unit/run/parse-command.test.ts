import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../../utils/run/background/parse-command.ts';

const chat = {
	id: 'c',
	title: 'T',
	isPinned: false,
	endpointId: 'e',
	model: 'gpt-4',
	leafId: null,
	createdAt: 1,
	updatedAt: 1,
};
const question = {
	id: 'q',
	chatId: 'c',
	parentId: null,
	role: 'user',
	parts: [{ type: 'text', text: 'Hi' }],
	status: 'done',
	createdAt: 1,
};
const endpoint = {
	kind: 'server',
	id: 'e',
	name: 'N',
	url: 'http://127.0.0.1',
	models: [],
	supportsStream: true,
	needsAuth: false,
};

describe('a message on the port', () => {
	it.each([
		{ type: 'attach', chatId: 'c' },
		{ type: 'ask', chat, question, answerId: 'a' },
		{ type: 'ask', chat: { ...chat, endpointId: '' }, question, answerId: 'a' },
		{ type: 'answer', chatId: 'c', questionId: 'q', answerId: 'a' },
		{ type: 'continue', chatId: 'c', answerId: 'a' },
		{ type: 'ask', chat, question, answerId: 'a', waits: true },
		{ type: 'stop', answerId: 'a' },
		{ type: 'take-back', requestId: 'r', chatId: 'c', answerId: 'a' },
		{ type: 'send-waiting', requestId: 'r', chatId: 'c', answerId: 'a', parentId: null },
		{ type: 'delete-chat', requestId: 'r', chatId: 'c' },
		{ type: 'discard-chats', requestId: 'r', chatIds: ['c'] },
		{ type: 'restore-chats', requestId: 'r', chatIds: ['c'] },
		{ type: 'purge-chats', requestId: 'r', chatIds: ['c'] },
		{ type: 'change-unsaved', chat, deletedIds: ['q', 'a'] },
		{ type: 'get-unsaved', requestId: 'r' },
		{ type: 'ack', answerId: 'a', rev: 3 },
		{ type: 'check', requestId: 'r', endpoint, model: 'gpt-4', apiKey: 'k' },
		{ type: 'models', requestId: 'r', endpoint },
		{ type: 'models', requestId: 'r', endpoint: { ...endpoint, quirks: { m: { temperature: false } } } },
		{ type: 'probe', requestId: 'r', endpoint, model: 'gpt-4', apiKey: 'k', probe: 'whole' },
		{ type: 'cancel', probeId: 'r' },
		{ type: 'take-selection', requestId: 'r', windowId: null },
	])('is a command when it is one: $type', (command) => {
		expect(parseCommand(command)).toEqual(command);
	});

	it.each([
		['nothing', undefined],
		['an unknown type', { type: 'eval', code: '1' }],
		['a missing field', { type: 'attach' }],
		['a field of another type', { type: 'ack', answerId: 'a', rev: '3' }],
		['deleted messages that are none', { type: 'change-unsaved', chat, deletedIds: [7] }],
		[
			'more deleted messages than there can be',
			{ type: 'change-unsaved', chat, deletedIds: Array.from({ length: 10_001 }, () => 'a') },
		],
		['a probe of something else', { type: 'probe', requestId: 'r', endpoint, model: 'm', probe: 'keys' }],
		['a negative revision', { type: 'ack', answerId: 'a', rev: -1 }],
		[
			'an endpoint without a kind',
			{ type: 'models', requestId: 'r', endpoint: { ...endpoint, kind: undefined } },
		],
		[
			'an endpoint of an unknown kind',
			{ type: 'models', requestId: 'r', endpoint: { ...endpoint, kind: 'x' } },
		],
		[
			'an endpoint of no kind',
			{ type: 'models', requestId: 'r', endpoint: { ...endpoint, kind: 'toString' } },
		],
		['an empty id', { type: 'stop', answerId: '' }],
		['an endless id', { type: 'stop', answerId: 'x'.repeat(101) }],
		[
			'a question that claims to be an answer',
			{ type: 'ask', chat, question: { ...question, role: 'assistant' }, answerId: 'a' },
		],
		[
			'a question that claims to be running',
			{ type: 'ask', chat, question: { ...question, status: 'waiting' }, answerId: 'a' },
		],
		[
			'a temperature out of range',
			{ type: 'ask', chat: { ...chat, temperature: 9 }, question, answerId: 'a' },
		],
		[
			'a question of 9 million characters',
			{
				type: 'ask',
				chat,
				question: { ...question, parts: [{ type: 'text', text: 'x'.repeat(9e6) }] },
				answerId: 'a',
			},
		],
		[
			'a question of another chat',
			{ type: 'ask', chat, question: { ...question, chatId: 'd' }, answerId: 'a' },
		],
		['a question that is its own answer', { type: 'ask', chat, question, answerId: 'q' }],
		[
			'a question that follows itself',
			{ type: 'ask', chat, question: { ...question, parentId: 'q' }, answerId: 'a' },
		],
		[
			'a question that follows its answer',
			{ type: 'ask', chat, question: { ...question, parentId: 'a' }, answerId: 'a' },
		],
		['an answer to itself', { type: 'answer', chatId: 'c', questionId: 'q', answerId: 'q' }],
	])('is refused when it has %s', (_, message) => {
		expect(parseCommand(message)).toBeNull();
	});

	it('loses the fields that are not of the protocol', () => {
		const withMore = { type: 'attach', chatId: 'c', more: true };
		expect(parseCommand(withMore)).toEqual({ type: 'attach', chatId: 'c' });
	});

	it('never throws, whatever it is', () => {
		fc.assert(
			fc.property(fc.anything(), fc.constantFrom('attach', 'ask', 'check', 'ack'), (message, type) => {
				parseCommand(message);
				parseCommand(typeof message === 'object' && message !== null ? { ...message, type } : message);
			}),
		);
	});
});
