import * as v from 'valibot';
import type { Command } from './protocol.ts';

/** Longer texts are refused before they are copied about: 16 MiB of UTF-16 is far over any model's context. */
const MAX_TEXT_LENGTH = 8 * 1024 * 1024;

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const shortText = v.pipe(v.string(), v.maxLength(10_000));
const longText = v.pipe(v.string(), v.maxLength(MAX_TEXT_LENGTH));
const timestamp = v.pipe(v.number(), v.integer(), v.minValue(0));

const endpoint = v.object({
	id,
	name: shortText,
	url: shortText,
	models: v.pipe(v.array(shortText), v.maxLength(5_000)),
	supportsStream: v.boolean(),
	needsAuth: v.boolean(),
	headers: v.exactOptional(v.record(v.string(), shortText)),
	isResumable: v.exactOptional(v.boolean()),
});

const chat = v.object({
	id,
	title: shortText,
	isPinned: v.boolean(),
	endpointId: id,
	model: shortText,
	systemPrompt: v.exactOptional(longText),
	temperature: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(2))),
	leafId: v.nullable(id),
	createdAt: timestamp,
	updatedAt: timestamp,
});

const quote = v.object({ type: v.literal('quote'), text: longText, title: shortText, url: longText });

const question = v.object({
	id,
	chatId: id,
	parentId: v.nullable(id),
	role: v.literal('user'),
	content: longText,
	status: v.literal('done'),
	attachments: v.exactOptional(v.pipe(v.array(quote), v.maxLength(100))),
	createdAt: timestamp,
});

const revision = v.pipe(v.number(), v.integer(), v.minValue(0));

const command = v.variant('type', [
	v.object({ type: v.literal('attach'), chatId: id }),
	v.object({ type: v.literal('ask'), chat, question, answerId: id }),
	v.object({ type: v.literal('answer'), chatId: id, questionId: id, answerId: id }),
	v.object({ type: v.literal('continue'), chatId: id, answerId: id }),
	v.object({ type: v.literal('stop'), answerId: id }),
	v.object({ type: v.literal('delete-chat'), requestId: id, chatId: id }),
	v.object({ type: v.literal('ack'), answerId: id, rev: revision }),
	v.object({
		type: v.literal('check'),
		requestId: id,
		endpoint,
		apiKey: v.exactOptional(shortText),
		model: shortText,
	}),
	v.object({ type: v.literal('models'), requestId: id, endpoint, apiKey: v.exactOptional(shortText) }),
	v.object({ type: v.literal('take-selection'), requestId: id, windowId: v.nullable(v.number()) }),
]);

/** A message from a port as a command, or null if it isn't one. Unknown fields are dropped. */
export function parseCommand(message: unknown): Command | null {
	const result = v.safeParse(command, message);
	return result.success ? result.output : null;
}
