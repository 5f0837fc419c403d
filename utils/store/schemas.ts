/** What rows must look like when they are read. Keys that only indexes need are dropped. */
import * as v from 'valibot';
import type { MessageNode } from '../chat/message-node.ts';
import type { Chat, Message } from '../chat/types.ts';
import type { FailureCode } from '../lockchat/types.ts';
import type { Checkpoint } from './checkpoint.ts';
import { isFailureCode } from './is-failure-code.ts';
import { createRowReader } from './row-reader.ts';

/** The last moment that a Date can name: one behind it cannot be drawn. */
const MAX_TIME = 8.64e15;
const time = v.pipe(v.number(), v.minValue(-MAX_TIME), v.maxValue(MAX_TIME));
const role = v.picklist(['user', 'assistant']);

const failure = v.object({
	code: v.custom<FailureCode>(isFailureCode),
	status: v.exactOptional(v.number()),
	retryAfterMs: v.exactOptional(v.number()),
	detail: v.exactOptional(v.string()),
});

const usage = v.object({
	promptTokens: v.number(),
	completionTokens: v.number(),
	totalTokens: v.number(),
});

const quote = v.object({ type: v.literal('quote'), text: v.string(), title: v.string(), url: v.string() });

const message = v.object({
	id: v.string(),
	chatId: v.string(),
	parentId: v.nullable(v.string()),
	role,
	content: v.string(),
	reasoning: v.exactOptional(v.string()),
	refusal: v.exactOptional(v.string()),
	status: v.picklist(['waiting', 'streaming', 'done', 'stopped', 'interrupted', 'failed']),
	failure: v.exactOptional(failure),
	finishReason: v.exactOptional(v.string()),
	model: v.exactOptional(v.string()),
	endpointId: v.exactOptional(v.string()),
	usage: v.exactOptional(usage),
	attachments: v.exactOptional(v.array(quote)),
	createdAt: time,
});

const chat = v.object({
	id: v.string(),
	title: v.string(),
	isPinned: v.boolean(),
	endpointId: v.string(),
	model: v.string(),
	systemPrompt: v.exactOptional(v.string()),
	temperature: v.exactOptional(v.number()),
	leafId: v.nullable(v.string()),
	createdAt: time,
	updatedAt: time,
});

const node = v.object({
	id: v.string(),
	parentId: v.nullable(v.string()),
	role,
	createdAt: time,
	updatedAt: time,
});

const checkpoint = v.object({
	answerId: v.string(),
	seq: v.number(),
	content: v.string(),
	reasoning: v.exactOptional(v.string()),
	refusal: v.exactOptional(v.string()),
});

export const readMessage = createRowReader<Message>(message, {
	parentId: null,
	content: '',
	status: 'interrupted',
	createdAt: 0,
});

export const readChat = createRowReader<Chat>(chat, {
	title: '',
	isPinned: false,
	endpointId: '',
	model: '',
	leafId: null,
	createdAt: 0,
	updatedAt: 0,
});

export const readNode = createRowReader<MessageNode>(node, { parentId: null, createdAt: 0, updatedAt: 0 });

export const readCheckpoint = createRowReader<Checkpoint>(checkpoint, { content: '' });
