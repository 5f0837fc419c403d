import * as v from 'valibot';
import type { Chat, Message, MessageNode } from '../../chat/types.ts';
import type { FailureCode } from '../../lockchat/types.ts';
import type { Checkpoint } from './checkpoint-rows.ts';

/** A table, so that a code added to the type and not here is a type error. */
const failureCodes: Readonly<Record<FailureCode, true>> = {
	'invalid-url': true,
	'endpoint-missing': true,
	unreachable: true,
	'permission-needed': true,
	'key-missing': true,
	unauthorized: true,
	forbidden: true,
	'forbidden-origin': true,
	'model-not-found': true,
	'not-found': true,
	'rate-limited': true,
	'bad-request': true,
	'header-invalid': true,
	'server-error': true,
	'not-an-api': true,
	'wrong-protocol': true,
	'model-loading': true,
	stalled: true,
	interrupted: true,
	malformed: true,
	'too-long': true,
	'question-too-long': true,
	'empty-answer': true,
	'reasoning-only': true,
	'tools-unsupported': true,
	internal: true,
};

function isFailureCode(code: unknown): code is FailureCode {
	return typeof code === 'string' && Object.hasOwn(failureCodes, code);
}

/** How often a row could not be taken as it stood. */
export interface Damage {
	repaired: number;
	skipped: number;
}

/** Returns the row as far as it can be understood; null when nothing sensible is left of it. Never throws. */
export type RowReader<T> = (row: unknown, damage: Damage) => T | null;

/**
 * Checks rows at the database's border. A damaged field takes its default or, without one, is left out; a row that
 * does not pass even so is skipped, so that one bad row never hides the others.
 */
function createRowReader<T>(
	schema: v.GenericSchema<unknown, T>,
	defaults: Readonly<Partial<T>>,
): RowReader<T> {
	return (row, damage) => {
		const read = v.safeParse(schema, row);
		if (read.success) return read.output;
		const repaired = v.safeParse(schema, repair(row, flawsOf(read.issues), defaults));
		if (repaired.success) damage.repaired += 1;
		else damage.skipped += 1;
		return repaired.success ? repaired.output : null;
	};
}

/** Reads many rows and leaves out those that are skipped. */
export function readRows<T>(rows: readonly unknown[], read: RowReader<T>, damage: Damage): T[] {
	return rows.map((row) => read(row, damage)).filter((row) => row !== null);
}

function flawsOf(issues: readonly v.BaseIssue<unknown>[]): Set<unknown> {
	return new Set(issues.map((issue) => issue.path?.[0]?.key));
}

function repair(row: unknown, flaws: ReadonlySet<unknown>, defaults: object): unknown {
	if (typeof row !== 'object' || row === null) return row;
	const sound = Object.entries(row).filter(([key]) => !flaws.has(key));
	return { ...defaults, ...Object.fromEntries(sound) };
}

/** What rows must look like when they are read. Keys that only indexes need are dropped. */

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
