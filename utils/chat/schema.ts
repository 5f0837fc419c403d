/**
 * What a chat is: the one definition, from which the types are inferred.
 *
 * Stored rows, messages on the port, exported files and what windows draw all have these shapes. They are read in two
 * ways: `strict` refuses what does not fit (the port), `generous` takes what can be understood (rows and files; see
 * `repair.ts`). Both keep fields and parts that they do not know, since a newer version may have written them, and a
 * write must not erase them. `strict` bounds the size of these, as it bounds all texts.
 */
import * as v from 'valibot';
import { FAILURE_CODES } from '../lockchat/failure.ts';
import { EFFORTS, type Parameters } from '../lockchat/types.ts';
import { MAX_QUESTION_PARTS } from './limits.ts';
import { type Bounds, GENEROUS, STRICT } from './schema-bounds.ts';
import { isKeepable, open } from './unknown-fields.ts';

/** The parts of a message by their type. */
function definePartSchemas({ open, id, shortText, longText, time }: Bounds) {
	/**
	 * Says that the text is one of several pieces that a longer one was cut into, of which each has a question of its own.
	 * The first is number 1. `words` is how long the answer about it is to be at most.
	 */
	const piece = v.exactOptional(
		open({ number: v.number(), of: v.number(), words: v.exactOptional(v.number()) }),
	);
	return {
		text: open({ type: v.literal('text'), text: longText }),
		reasoning: open({
			type: v.literal('reasoning'),
			text: longText,
			startedAt: v.exactOptional(time),
			endedAt: v.exactOptional(time),
			/** The field of the protocol in which it came. */
			field: v.exactOptional(shortText),
		}),
		refusal: open({ type: v.literal('refusal'), text: longText }),
		/** A selection. It is untrusted: fenced in the prompt, drawn as plain text. Title and address may be empty. */
		quote: open({ type: v.literal('quote'), text: longText, title: shortText, url: longText }),
		/** A page's text; `share` is how much of the page it is, from 0 to 1. Untrusted, as a quotation is. */
		page: open({
			type: v.literal('page'),
			text: longText,
			title: shortText,
			url: longText,
			takenAt: time,
			share: v.number(),
			piece,
		}),
		file: open({ type: v.literal('file'), name: shortText, mime: shortText, text: longText, piece }),
		/** The picture's bytes stand apart, under `blobId`. Width and height are in pixels. */
		image: open({
			type: v.literal('image'),
			blobId: id,
			mime: shortText,
			width: v.number(),
			height: v.number(),
			name: v.exactOptional(shortText),
		}),
		/** A call of a tool. `input` is the JSON text as the model wrote it; `source` names who offers the tool. */
		tool: open({
			type: v.literal('tool'),
			callId: shortText,
			name: shortText,
			input: longText,
			state: v.picklist(['asked', 'allowed', 'running', 'done', 'failed', 'denied']),
			output: v.exactOptional(longText),
			source: shortText,
		}),
	};
}

type PartSchemas = ReturnType<typeof definePartSchemas>;

declare const ofNewerVersion: unique symbol;

/**
 * A part that a newer version has written: it is kept as it came, and drawn as a box that says so. Its `type` is a
 * text that this version does not know. TypeScript has no type for “any text but these”, and a symbol's type is what
 * lets a `switch` over the known ones leave it out.
 */
export interface UnknownPart {
	readonly type: typeof ofNewerVersion;
}

/** A part of one type; of any known one when no type is given. */
export type PartOf<Type extends keyof PartSchemas = keyof PartSchemas> = {
	[Key in Type]: v.InferOutput<PartSchemas[Key]>;
}[Type];

export type Part = PartOf | UnknownPart;
export type Quote = PartOf<'quote'>;
/** What the user attaches to a question. */
export type Attachment = PartOf<'quote' | 'page' | 'file' | 'image'>;

export const generousParts = definePartSchemas(GENEROUS);
const strictParts = definePartSchemas(STRICT);

function typeOf(value: unknown): string | null {
	if (typeof value !== 'object' || value === null || !('type' in value)) return null;
	return typeof value.type === 'string' ? value.type : null;
}

export function isKnownType(type: string): type is keyof PartSchemas {
	return Object.hasOwn(generousParts, type);
}

export function isUnknownPart(value: unknown): value is UnknownPart {
	const type = typeOf(value);
	return type !== null && !isKnownType(type);
}

const unknownPart = v.custom<UnknownPart>(isUnknownPart);
const boundedPart = v.custom<UnknownPart>((value) => isUnknownPart(value) && isKeepable(value));

function definePart(
	schemas: PartSchemas,
	unknown: v.GenericSchema<unknown, UnknownPart>,
): v.GenericSchema<unknown, Part> {
	return v.lazy((value): v.GenericSchema<unknown, Part> => {
		const type = typeOf(value);
		return type !== null && isKnownType(type) ? schemas[type] : unknown;
	});
}

const failure = open({
	code: v.picklist(FAILURE_CODES),
	status: v.exactOptional(v.number()),
	retryAfterMs: v.exactOptional(v.number()),
	detail: v.exactOptional(v.string()),
});

const usage = open({
	promptTokens: v.number(),
	completionTokens: v.number(),
	totalTokens: v.number(),
	reasoningTokens: v.exactOptional(v.number()),
	cost: v.exactOptional(v.number()),
});

/**
 * How long the last run of an answer took, in milliseconds by the background's clock: until its first words, and until its
 * end. `earlierMs` is how long the runs before it took, where the answer was continued.
 */
const timing = open({
	firstMs: v.exactOptional(v.number()),
	totalMs: v.number(),
	earlierMs: v.exactOptional(v.number()),
});

const role = v.picklist(['user', 'assistant']);

/** What is in it is read where the request is made: see `utils/providers/parameters.ts`. */
const parameters = v.custom<Omit<Parameters, 'temperature'>>(
	(value) => typeof value === 'object' && value !== null && !Array.isArray(value) && isKeepable(value),
);

function define(bounds: Bounds, part: v.GenericSchema<unknown, Part>) {
	const { open, id, optionalId, shortText, longText, time, temperature } = bounds;
	return {
		/** A node of a chat's tree: siblings are versions of one question or one answer. */
		message: open({
			id,
			chatId: id,
			/** The message this one follows; null for a chat's first question. */
			parentId: v.nullable(id),
			role,
			/** In the order in which they came; reasoning that comes between two texts stands between them. */
			parts: v.array(part),
			/** `waiting` and `streaming` run; the others are final. */
			status: v.picklist(['waiting', 'streaming', 'done', 'stopped', 'interrupted', 'failed']),
			failure: v.exactOptional(failure),
			finishReason: v.exactOptional(v.string()),
			model: v.exactOptional(v.string()),
			endpointId: v.exactOptional(v.string()),
			/** Of the last run, where the answer was continued. */
			usage: v.exactOptional(usage),
			timing: v.exactOptional(timing),
			startsContext: v.exactOptional(v.literal(true)),
			/** What a reader should know of how the answer came, each thing once. */
			notes: v.exactOptional(v.array(open({ code: shortText }))),
			createdAt: time,
		}),
		/** A question as a window makes it: a final message of the user's. */
		question: open({
			id,
			chatId: id,
			parentId: v.nullable(id),
			role: v.literal('user'),
			parts: v.pipe(v.array(part), v.maxLength(MAX_QUESTION_PARTS)),
			status: v.literal('done'),
			/** It asks for a summary of what came before; once that is there, nothing before this question is sent. */
			startsContext: v.exactOptional(v.literal(true)),
			createdAt: time,
		}),
		/** A chat is bound to its endpoint and model; nothing but the user changes them. */
		chat: open({
			id,
			title: shortText,
			isPinned: v.boolean(),
			endpointId: optionalId,
			model: shortText,
			systemPrompt: v.exactOptional(longText),
			temperature: v.exactOptional(temperature),
			/** How much the model is to reason; left out where that is its own choice. */
			effort: v.exactOptional(v.picklist(EFFORTS)),
			/** Other parameters of this chat. Of one that is left out, the choice for its server holds. */
			parameters: v.exactOptional(parameters),
			/** Words that the user finds it by; see `tags.ts`. */
			tags: v.exactOptional(v.array(shortText)),
			/** True if nothing of the chat may reach the disk; left out in all others. No row and no file has it. */
			isTemporary: v.exactOptional(v.boolean()),
			/** The chat whose path this one began as a copy of, and the title that it had then. */
			forkedFrom: v.exactOptional(open({ chatId: id, title: shortText })),
			/** The last message of the path that is shown; null while there is none. */
			leafId: v.nullable(id),
			createdAt: time,
			updatedAt: time,
		}),
	};
}

export const generous = {
	...define(GENEROUS, definePart(generousParts, unknownPart)),
	/** The skeleton of a message: what a tree needs to know, without its parts. The table has no more fields. */
	node: v.object({
		id: v.string(),
		parentId: v.nullable(v.string()),
		role,
		createdAt: GENEROUS.time,
		updatedAt: GENEROUS.time,
	}),
};

export const strict = define(STRICT, definePart(strictParts, boundedPart));

export type Message = v.InferOutput<typeof generous.message>;
export type Timing = NonNullable<Message['timing']>;
export type UserMessage = v.InferOutput<typeof generous.question>;
export type Chat = v.InferOutput<typeof generous.chat>;
/** `updatedAt` grows with each write of the message's row: a stamp to cache by, close to the time of writing. */
export type MessageNode = Readonly<v.InferOutput<typeof generous.node>>;
/** What the database refused of one chat: questions and answers, newer than their rows, in the order they were made. */
export interface UnsavedChat {
	chat: Chat;
	messages: Message[];
}
