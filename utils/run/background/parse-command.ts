import * as v from 'valibot';
import { MAX_ID_LENGTH, MAX_SHORT_TEXT_LENGTH } from '../../chat/limits.ts';
import { strict } from '../../chat/schema.ts';
import type { Command } from '../protocol.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_ID_LENGTH));
const shortText = v.pipe(v.string(), v.maxLength(MAX_SHORT_TEXT_LENGTH));

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

/** More messages than the memory holds of what a database refused. */
const MAX_DELETED = 10_000;

const revision = v.pipe(v.number(), v.integer(), v.minValue(0));

const command = v.variant('type', [
	v.object({ type: v.literal('attach'), chatId: id }),
	v.object({ type: v.literal('ask'), chat: strict.chat, question: strict.question, answerId: id }),
	v.object({ type: v.literal('answer'), chatId: id, questionId: id, answerId: id }),
	v.object({ type: v.literal('continue'), chatId: id, answerId: id }),
	v.object({ type: v.literal('stop'), answerId: id }),
	v.object({ type: v.literal('delete-chat'), requestId: id, chatId: id }),
	v.object({
		type: v.literal('change-unsaved'),
		chat: strict.chat,
		deletedIds: v.pipe(v.array(id), v.maxLength(MAX_DELETED)),
	}),
	v.object({ type: v.literal('get-unsaved'), requestId: id }),
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

/** A question of another chat, or a message that follows itself, would belong to no tree. */
function isConsistent(accepted: Command): boolean {
	switch (accepted.type) {
		case 'ask': {
			const { chat, question, answerId } = accepted;
			const isOwn = question.chatId === chat.id && question.id !== answerId;
			return isOwn && question.parentId !== question.id && question.parentId !== answerId;
		}
		case 'answer':
			return accepted.questionId !== accepted.answerId;
		default:
			return true;
	}
}

/** A message from a port as a command, or null if it isn't one. Chats and questions keep the fields of newer versions. */
export function parseCommand(message: unknown): Command | null {
	const result = v.safeParse(command, message);
	return result.success && isConsistent(result.output) ? result.output : null;
}
