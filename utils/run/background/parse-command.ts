import * as v from 'valibot';
import { MAX_ID_LENGTH, MAX_SHORT_TEXT_LENGTH } from '../../chat/limits.ts';
import { strict } from '../../chat/schema.ts';
import { sentEndpoint as endpoint } from '../../providers/endpoint.ts';
import { PROBES } from '../../providers/provider.ts';
import type { Command } from '../protocol.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_ID_LENGTH));
const shortText = v.pipe(v.string(), v.maxLength(MAX_SHORT_TEXT_LENGTH));

/** How many deleted messages or chats a command may name: more than anybody deletes at once. */
const MAX_DELETED = 10_000;
const ids = v.pipe(v.array(id), v.maxLength(MAX_DELETED));

const revision = v.pipe(v.number(), v.integer(), v.minValue(0));

const commands = {
	attach: v.object({ type: v.literal('attach'), chatId: id }),
	ask: v.object({
		type: v.literal('ask'),
		chat: strict.chat,
		question: strict.question,
		answerId: id,
		waits: v.exactOptional(v.boolean()),
	}),
	answer: v.object({
		type: v.literal('answer'),
		chatId: id,
		questionId: id,
		answerId: id,
		by: v.exactOptional(v.object({ endpointId: id, model: shortText })),
	}),
	continue: v.object({ type: v.literal('continue'), chatId: id, answerId: id }),
	stop: v.object({ type: v.literal('stop'), answerId: id }),
	'take-back': v.object({ type: v.literal('take-back'), requestId: id, chatId: id, answerId: id }),
	'send-waiting': v.object({
		type: v.literal('send-waiting'),
		requestId: id,
		chatId: id,
		answerId: id,
		parentId: v.nullable(id),
	}),
	'delete-chat': v.object({ type: v.literal('delete-chat'), requestId: id, chatId: id }),
	'discard-chats': v.object({ type: v.literal('discard-chats'), requestId: id, chatIds: ids }),
	'restore-chats': v.object({ type: v.literal('restore-chats'), requestId: id, chatIds: ids }),
	'purge-chats': v.object({ type: v.literal('purge-chats'), requestId: id, chatIds: ids }),
	'change-unsaved': v.object({
		type: v.literal('change-unsaved'),
		chat: strict.chat,
		deletedIds: ids,
	}),
	'get-unsaved': v.object({ type: v.literal('get-unsaved'), requestId: id }),
	ack: v.object({ type: v.literal('ack'), answerId: id, rev: revision }),
	check: v.object({
		type: v.literal('check'),
		requestId: id,
		endpoint,
		apiKey: v.exactOptional(shortText),
		model: shortText,
	}),
	models: v.object({
		type: v.literal('models'),
		requestId: id,
		endpoint,
		apiKey: v.exactOptional(shortText),
		isDetailed: v.exactOptional(v.boolean()),
	}),
	probe: v.object({
		type: v.literal('probe'),
		requestId: id,
		endpoint,
		apiKey: v.exactOptional(shortText),
		model: shortText,
		probe: v.picklist(PROBES),
	}),
	cancel: v.object({ type: v.literal('cancel'), probeId: id }),
	'fetch-pdf': v.object({
		type: v.literal('fetch-pdf'),
		requestId: id,
		address: shortText,
		channel: id,
		maxBytes: revision,
	}),
	'take-selection': v.object({
		type: v.literal('take-selection'),
		requestId: id,
		windowId: v.nullable(v.number()),
	}),
} satisfies Record<Command['type'], v.GenericSchema<unknown, Command>>;

/**
 * Whether the ids of a command can belong to one tree: a question of another chat, or a message that follows itself,
 * cannot.
 */
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

function isCommandType(type: unknown): type is keyof typeof commands {
	return typeof type === 'string' && Object.hasOwn(commands, type);
}

/** A message from a port as a command, or null if it isn't one. Chats and questions keep the fields of newer versions. */
export function parseCommand(message: unknown): Command | null {
	if (typeof message !== 'object' || message === null || !('type' in message)) return null;
	if (!isCommandType(message.type)) return null;
	const result = v.safeParse<v.GenericSchema<unknown, Command>>(commands[message.type], message);
	return result.success && isConsistent(result.output) ? result.output : null;
}
