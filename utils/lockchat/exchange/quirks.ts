import { isRecord } from '../errors/json.ts';
import type { LockchatError } from '../lockchat-error.ts';
import type { CompletionNote, CompletionRequest, ModelQuirks } from '../types.ts';
import { serverWords } from '../words/known-words.ts';
import type { CompletionBody } from './completion-body.ts';
import { nextDialect, placeOfEffort } from './effort.ts';

/**
 * What is remembered of the model that this request asks. Storage may hold anything, so values of unexpected types
 * are left out.
 */
export function quirksOf({
	endpoint,
	model,
}: {
	endpoint: Pick<CompletionRequest['endpoint'], 'quirks'>;
	model: string;
}): ModelQuirks {
	const { quirks = {} } = endpoint;
	const stored = Object.hasOwn(quirks, model) ? quirks[model] : undefined;
	if (!isRecord(stored)) return {};
	const { without, hasNewLimit, isUnstreamed, reasoningField, foldsSystemPrompt, continuesBy, dialect } =
		stored;
	const names = Array.isArray(without) ? without.filter((name) => typeof name === 'string') : [];
	return {
		...(names.length > 0 && { without: names }),
		...(hasNewLimit === true && { hasNewLimit }),
		...(isUnstreamed === true && { isUnstreamed }),
		...(typeof reasoningField === 'string' && reasoningField !== '' && { reasoningField }),
		...(foldsSystemPrompt === true && { foldsSystemPrompt }),
		...(typeof dialect === 'string' && { dialect }),
		...((continuesBy === 'prefix' || continuesBy === 'question') && { continuesBy }),
	};
}

/** A second way to ask, and the note that tells the reader of it. A changed name of a field needs no note. */
interface Lesson {
	quirks: ModelQuirks;
	note: CompletionNote | null;
}

/** What was asked, and how. */
interface Asked {
	request: Pick<CompletionRequest, 'endpoint' | 'messages' | 'effort' | 'extra'>;
	body: CompletionBody;
	quirks: ModelQuirks;
}

/**
 * With these statuses a server never complains of what the request asks for, but of the account, the size or the
 * moment.
 */
const OTHER_STATUSES = [401, 402, 407, 408, 413, 429];

/**
 * Whether the server complains of what was asked. These are the statuses for that; an error inside of a stream has
 * none.
 */
function isAboutRequest({ status, code, detail = '' }: LockchatError): boolean {
	if (code === 'payment-needed' || code === 'rate-limited') return false;
	// The room that was asked for the answer may be what is too much.
	if (code === 'context-exceeded' && !LIMIT.test(detail)) return false;
	if (status === undefined || status === 400 || status === 422) return true;
	// Elsewhere the words alone say that the request was to blame: OpenRouter's 404, LiteLLM's 500.
	const mayBe = (status < 500 && !OTHER_STATUSES.includes(status)) || [500, 501, 502].includes(status);
	return mayBe && serverWords().refusal.test(detail);
}

const STREAM_STATUSES = [400, 403, 404, 405, 422, 500, 501];

/**
 * Asks for a whole answer instead. OpenAI refuses to stream for an organization that is not verified, and some models
 * cannot stream.
 */
function unstreamed({ body, quirks }: Asked, { status, detail = '' }: LockchatError): Lesson | null {
	// With other statuses the same words are about something else, such as a limit.
	const isRefused =
		status !== undefined && STREAM_STATUSES.includes(status) && serverWords().noStream.test(detail);
	if (!body.stream || !isRefused) return null;
	return { quirks: { ...quirks, isUnstreamed: true }, note: { code: 'asked-unstreamed' } };
}

/** Passes the reasoning of earlier answers back. DeepSeek's models demand that, and its older ones refuse it. */
function withReasoning({ request, quirks }: Asked, { detail = '' }: LockchatError): Lesson | null {
	const field = serverWords().reasoningField.exec(detail)?.[0].toLowerCase();
	if (field === undefined) return null;
	if (quirks.reasoningField) {
		// The server has changed its mind: what it does not ask for any more is not sent.
		return serverWords().refusal.test(detail) && !serverWords().isPassedBack.test(detail)
			? { quirks: { ...quirks, reasoningField: '' }, note: null }
			: null;
	}
	const hasReasoned = request.messages.some(({ role }) => role === 'assistant');
	if (!hasReasoned || !serverWords().isDemanded.test(detail)) return null;
	const name = field.includes('_') ? field : 'reasoning_content';
	return { quirks: { ...quirks, reasoningField: name }, note: { code: 'reasoning-passed-back' } };
}

/**
 * Puts the system prompt into the first question. Gemma's templates and others know only the roles of user and
 * assistant.
 */
function withoutSystem({ request, quirks }: Asked, { detail = '' }: LockchatError): Lesson | null {
	const hasSystem = request.messages.some(({ role }) => role === 'system');
	if (quirks.foldsSystemPrompt || !hasSystem || !serverWords().noSystem.test(detail)) return null;
	return { quirks: { ...quirks, foldsSystemPrompt: true }, note: { code: 'system-prompt-folded' } };
}

/**
 * Continues in another way. A request for Continue ends with the assistant's own partial answer, and not every server
 * goes on from that.
 */
function continuedOtherwise({ request, quirks }: Asked, { detail = '' }: LockchatError): Lesson | null {
	if (request.messages.at(-1)?.role !== 'assistant' || !serverWords().noPrefill.test(detail)) return null;
	if (quirks.continuesBy === 'question') return null;
	const isMarked = quirks.continuesBy === undefined && /\bprefix\b/i.test(detail);
	const continuesBy = isMarked ? 'prefix' : 'question';
	return { quirks: { ...quirks, continuesBy }, note: { code: 'continued-otherwise' } };
}

/**
 * Asks for the effort in another dialect. Servers have different ones, and what the server refuses of one is tried in
 * the next.
 */
function inAnotherDialect({ request, body, quirks }: Asked, { detail = '' }: LockchatError): Lesson | null {
	const { effort, endpoint } = request;
	const place = placeOfEffort(body, detail);
	if (effort === undefined || place === -1 || serverWords().isPassedBack.test(detail)) return null;
	// `temperature=0.7 is only supported with reasoning_effort='none'`: what is named first is to blame.
	const [, words] = refusedParameter(body, detail) ?? [];
	if (words && detail.search(words) < place) return null;
	const dialect = nextDialect(endpoint.url, effort, quirks.dialect);
	const note: CompletionNote | null =
		dialect === 'none' ? { code: 'asked-without', names: ['reasoning_effort'] } : null;
	return { quirks: { ...quirks, dialect }, note };
}

/**
 * Parameters in the order in which they are given up, with the words by which servers name them and the range that
 * the protocol allows. A value outside of the range is the user's mistake, and the user should hear of it.
 */
const PARAMETERS: readonly (readonly [name: string, words: RegExp, range?: readonly [number, number]])[] = [
	['stream_options', /stream[ _]?options|include_?usage/i],
	['top_p', /\btop[ _-]?p\b|nucleus/i, [0, 1]],
	['temperature', /\btemp(?:[eé]ratur|\b)|\bsampling param|温度|采样|температур/i, [0, 2]],
	[
		'presence_penalty',
		/\bpresence[ _-]?penalty\b|(?<!(?:frequency|repetition)[ -])\bpenalt(?:y|ies)\b/i,
		[-2, 2],
	],
	[
		'frequency_penalty',
		/\bfrequency[ _-]?penalty\b|(?<!(?:presence|repetition)[ -])\bpenalt(?:y|ies)\b/i,
		[-2, 2],
	],
	['seed', /\bseed\b/i],
	[
		'stop',
		/[`'"]stop[`'"]|\bstop[ _]?(?:sequences?|words?|parameter|is|are)\b|(?:parameter|argument|field)s?:? stop\b|(?:^|[:.] ?)stop(?:$|:)/i,
	],
];
const LIMIT = /\bmax[_ ]?(?:output[_ ]?|new[_ ]?)?tokens\b|\bin the completion\b/i;
const NEW_LIMIT = /\bmax_?completion_?tokens\b/i;

const TOO_LARGE = /\b(?:large|exceed|most|maximum|range|less than|greater|between)|[<>≤≥]/i;

function refusedParameter(body: CompletionBody, detail: string) {
	return PARAMETERS.find(([name, words]) => name in body && words.test(detail));
}

/** Leaves out the parameter that a complaint names, whatever else the complaint says. */
function withoutParameter({ request, body, quirks }: Asked, { detail = '' }: LockchatError): Lesson | null {
	const without = (name: string): Lesson => {
		const names = [...(quirks.without ?? []), name];
		// The user did not choose that tokens are counted, so nobody is told that they are not.
		const told = names.filter((left) => left !== 'stream_options');
		const note = name === 'stream_options' ? null : ({ code: 'asked-without', names: told } as const);
		return { quirks: { ...quirks, without: names }, note };
	};
	if ('max_tokens' in body && LIMIT.test(detail)) {
		const isRenamed =
			serverWords().refusal.test(detail) && (NEW_LIMIT.test(detail) || !TOO_LARGE.test(detail));
		return isRenamed ? { quirks: { ...quirks, hasNewLimit: true }, note: null } : without('max_tokens');
	}
	if ('max_completion_tokens' in body && NEW_LIMIT.test(detail)) return without('max_completion_tokens');
	const refused = refusedParameter(body, detail);
	if (refused === undefined) {
		const named = detail.split(/[^\w-]+/);
		const own = Object.keys(request.extra ?? {}).find((name) => name in body && named.includes(name));
		return own === undefined ? null : without(own);
	}
	const [name, , [least, most] = [-Infinity, Infinity]] = refused;
	const value = body[name];
	return typeof value === 'number' && (value < least || value > most) ? null : without(name);
}

/**
 * What a complaint teaches about a model: the next way to ask it. Null if the complaint is about something else, or
 * if all that it asks for has been tried. Each lesson changes the body, and none is taught twice, so the attempts
 * come to an end.
 */
export function learn(asked: Asked, error: LockchatError): Lesson | null {
	const streamLesson = unstreamed(asked, error);
	if (streamLesson !== null || !isAboutRequest(error)) return streamLesson;
	return (
		withoutSystem(asked, error) ??
		continuedOtherwise(asked, error) ??
		inAnotherDialect(asked, error) ??
		withReasoning(asked, error) ??
		withoutParameter(asked, error)
	);
}
