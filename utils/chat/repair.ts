/** The generous way of reading, for rows and files: these may be damaged, or of another version. */
import * as v from 'valibot';
import { type Chat, generous, generousParts, isKnownType, type Message, type MessageNode } from './schema.ts';

/** Returns what can be understood of a value; null when nothing sensible is left of it. Never throws. */
export type Reader<T> = (value: unknown) => T | null;

/**
 * Makes a reader from a schema. A damaged field takes its default, or is left out if it has none. A value that cannot
 * be read even so is skipped, so that one bad row never hides the others.
 */
export function createReader<T>(
	schema: v.GenericSchema<unknown, T>,
	defaults: Readonly<Record<string, unknown>>,
): Reader<T> {
	return (value) => {
		const read = v.safeParse(schema, value);
		if (read.success) return read.output;
		const repaired = v.safeParse(schema, repair(value, flawsOf(read.issues), defaults));
		return repaired.success ? repaired.output : null;
	};
}

/** Reads many and leaves out those that are skipped. */
export function readAll<T>(values: readonly unknown[], read: Reader<T>): T[] {
	return values.map(read).filter((value) => value !== null);
}

function flawsOf(issues: readonly v.BaseIssue<unknown>[]): Set<unknown> {
	return new Set(issues.map((issue) => issue.path?.[0]?.key));
}

function repair(value: unknown, flaws: ReadonlySet<unknown>, defaults: object): unknown {
	if (typeof value !== 'object' || value === null) return value;
	const sound = Object.entries(value).filter(([key]) => !flaws.has(key));
	const parts = 'parts' in value && flaws.has('parts') ? { parts: repairParts(value.parts) } : {};
	return { ...defaults, ...Object.fromEntries(sound), ...parts };
}

/**
 * What a damaged part takes for a field that is missing or has another type. Types of parts that have no text to save
 * are not listed.
 */
const PART_DEFAULTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
	text: { text: '' },
	reasoning: { text: '' },
	refusal: { text: '' },
	quote: { text: '', title: '', url: '' },
	page: { text: '', title: '', url: '', takenAt: 0, share: 1 },
	file: { text: '', name: '', mime: '' },
	tool: { callId: '', name: '', input: '', state: 'failed', source: '' },
};

/** The parts as far as they can be understood. A part that is beyond repair is left out alone. */
function repairParts(parts: unknown): unknown[] {
	if (!Array.isArray(parts)) return [];
	return parts.filter((part) => typeof part === 'object' && part !== null).flatMap(repairPart);
}

function repairPart(part: object): unknown[] {
	const type = 'type' in part && typeof part.type === 'string' ? part.type : '';
	if (!isKnownType(type)) return type === '' ? [] : [part];
	const read = v.safeParse(generousParts[type], part);
	if (read.success) return [part];
	const repaired = repair(part, flawsOf(read.issues), PART_DEFAULTS[type] ?? {});
	return v.is(generousParts[type], repaired) ? [repaired] : [];
}

export const readMessage: Reader<Message> = createReader(generous.message, {
	parentId: null,
	parts: [],
	status: 'interrupted',
	createdAt: 0,
});

export const readChat: Reader<Chat> = createReader(generous.chat, {
	title: '',
	isPinned: false,
	endpointId: '',
	model: '',
	leafId: null,
	createdAt: 0,
	updatedAt: 0,
});

export const readNode: Reader<MessageNode> = createReader(generous.node, {
	parentId: null,
	createdAt: 0,
	updatedAt: 0,
});
