/**
 * The model that Chrome and Edge bring along, as the Prompt API has it: https://webmachinelearning.github.io/prompt-api.
 * The same code asks it in the background and in documents.
 */

import type { Failure } from '../lockchat/failure.ts';
import { LockchatError } from '../lockchat/lockchat-error.ts';
import type { ChatMessage } from '../lockchat/types.ts';
import { toFailure } from './to-failure.ts';

/** With `downloadable` and `downloading`, a session can be made only in a document and after a user's gesture. */
export type Availability = 'unavailable' | 'downloadable' | 'downloading' | 'available';

type PromptMessage = Pick<ChatMessage, 'role' | 'content'> & { prefix?: true };

/**
 * Options that are fixed before a session is made. From them the browser tells whether it can make one, and after
 * which download.
 */
interface CoreOptions {
	expectedInputs?: { type: 'text'; languages: string[] }[];
	expectedOutputs?: { type: 'text'; languages: string[] }[];
}

interface CreateOptions extends CoreOptions {
	signal?: AbortSignal;
	/** Left out rather than empty: the specification reads an empty list as an empty question. */
	initialPrompts?: PromptMessage[];
	temperature?: number;
	topK?: number;
	monitor?(monitor: EventTarget): void;
}

/** A conversation with the model. */
interface LanguageModelSession {
	promptStreaming(input: PromptMessage[], options: { signal: AbortSignal }): ReadableStream<string>;
	/** Ends the conversation, so that the browser can free the model. */
	destroy(): void;
}

interface ModelParams {
	defaultTopK: number;
	maxTopK?: number;
	defaultTemperature?: number;
	maxTemperature: number;
}

/** The global `LanguageModel`, as far as it is used here. */
export interface LanguageModel {
	availability(options?: CoreOptions): Promise<Availability>;
	create(options?: CreateOptions): Promise<LanguageModelSession>;
	/** In extensions only, and to go; null where the browser has no model. */
	params?(): Promise<ModelParams | null>;
}

/** What a question is made of. It is plain JSON, since it may cross a port. */
export interface ModelQuestion {
	/** The messages in the client's form. If the last one is an answer, the model is to go on with it. */
	messages: readonly ChatMessage[];
	/** Null leaves the temperature to the browser. */
	temperature: number | null;
	/** From how many of the likeliest tokens each is chosen; left out, the browser decides. */
	topK?: number;
}

/** A piece of the answer's text, or what was chosen and this model does not take, by the names of the protocol. */
export type ModelPiece = string | { unused: string[] };

/**
 * Asks the model. Yields an empty piece when the model is loaded, then the answer's pieces. Throws what the model throws,
 * which `explainModel` explains, and the signal's reason when it is aborted.
 */
export type AskModel = (question: ModelQuestion, signal: AbortSignal) => AsyncGenerator<ModelPiece>;

/** The browser's model, where this context has one. */
export function ownModel(): LanguageModel | undefined {
	return Reflect.get(globalThis, 'LanguageModel');
}

function optionsFor(languages: string[]): CoreOptions {
	const expected = [{ type: 'text' as const, languages }];
	return languages.length === 0 ? {} : { expectedInputs: expected, expectedOutputs: expected };
}

/** What the browser's model can do for this user. */
export interface FoundModel {
	availability: Availability;
	/** Of the user's languages and English, those that the model is meant for, as language subtags such as `en`. */
	languages: string[];
	/** What `create` must be given to get just this model. */
	options: CoreOptions;
}

/**
 * Finds out what the model can do. Languages are declared before a session is made, and a single unknown language
 * makes the browser refuse.
 */
export async function findModel(model: LanguageModel): Promise<FoundModel> {
	const wanted = [...new Set([...navigator.languages, 'en'].map((tag) => tag.replace(/-.*/, '')))];
	const found = await Promise.all(wanted.map((language) => model.availability(optionsFor([language]))));
	const languages = wanted.filter((_, index) => found[index] !== 'unavailable');
	const options = optionsFor(languages);
	return { availability: await model.availability(options), languages, options };
}

/**
 * Asks this context's model.
 *
 * The session is made of all that was said before the last question, and nothing is dropped from that when the
 * context is full. So a chat that is too long fails. A session that lived longer would forget its beginning without a
 * word.
 */
export const askOwnModel: AskModel = async function* ({ messages, temperature, topK }, signal) {
	const model = ownModel();
	if (!model) throw new LockchatError('browser-model-unavailable');
	const { availability, options } = await findModel(model);
	if (availability === 'unavailable') throw new LockchatError('browser-model-unavailable');
	if (availability !== 'available') throw new LockchatError('browser-model-download');
	const prompts = messages.map(({ role, content }): PromptMessage => ({ role, content }));
	const last = prompts.at(-1);
	if (last?.role === 'assistant') last.prefix = true;
	const asked = prompts.splice(
		Math.max(
			0,
			prompts.findLastIndex(({ role }) => role === 'user'),
		),
	);
	const chosen = { ...(temperature !== null && { temperature }), ...(topK !== undefined && { top_k: topK }) };
	const params = Object.keys(chosen).length === 0 ? null : ((await model.params?.()) ?? null);
	const session = await model.create({
		...options,
		...(prompts.length > 0 && { initialPrompts: prompts }),
		...(params && samplingOf(params, { temperature, topK })),
		signal,
	});
	try {
		yield '';
		if (params === null && Object.keys(chosen).length > 0) yield { unused: Object.keys(chosen) };
		yield* session.promptStreaming(asked, { signal });
	} finally {
		session.destroy();
	}
};

/** The specification takes both or neither: where only one was chosen, the browser's own stands beside it. */
function samplingOf(
	{ defaultTopK, maxTopK = defaultTopK, defaultTemperature = 1, maxTemperature }: ModelParams,
	{ temperature, topK }: { temperature: number | null; topK: number | undefined },
): { temperature: number; topK: number } {
	return {
		temperature: Math.min(temperature ?? defaultTemperature, maxTemperature),
		topK: Math.max(1, Math.min(topK ?? defaultTopK, maxTopK)),
	};
}

/** By the names of the exceptions that the specification lists for `create` and `promptStreaming`. */
const CODES: Readonly<Record<string, Failure['code']>> = {
	NotAllowedError: 'browser-model-unavailable',
	NotReadableError: 'answer-filtered',
	NotSupportedError: 'language-unsupported',
	QuotaExceededError: 'context-exceeded',
};

/** Makes plain data of what the model threw. With `context-exceeded`, the detail is “needed / available”, in tokens. */
export function explainModel(error: unknown): Failure {
	if (!(error instanceof DOMException)) return toFailure(error);
	const { name, message } = error;
	const code = CODES[name] ?? 'browser-model-failed';
	const requested: unknown = Reflect.get(error, 'requested');
	const quota: unknown = Reflect.get(error, 'quota');
	if (code !== 'context-exceeded') return { code, detail: message };
	return { code, ...(typeof requested === 'number' && { detail: `${requested} / ${quota}` }) };
}
