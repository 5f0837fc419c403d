import type { LockchatError } from '../lockchat-error.ts';
import type { CompletionRequest } from '../types.ts';

const DEFAULT_TEMPERATURE = 0.7;

/** The JSON that is posted, with OpenAI's names for its fields. A parameter that the caller left out is left out here. */
export type CompletionBody = Readonly<Record<string, unknown>> & { readonly stream: boolean };

/** @see https://platform.openai.com/docs/api-reference/chat/create */
export function completionBody(request: CompletionRequest): CompletionBody {
	const { model, messages, temperature = DEFAULT_TEMPERATURE, maxTokens, topP, stop } = request;
	const stream = (request.stream ?? true) && request.endpoint.supportsStream;
	return {
		model,
		messages: messages.map(({ role, content }) => ({ role, content })),
		temperature,
		stream,
		...(stream && request.includeUsage && { stream_options: { include_usage: true } }),
		...(maxTokens !== undefined && { max_tokens: maxTokens }),
		...(topP !== undefined && { top_p: topP }),
		...(stop !== undefined && stop.length > 0 && { stop }),
	};
}

const REFUSAL =
	/not support|unsupported|unrecogni[sz]ed|unknown|unexpected|not permitted|not allowed|not accept|extra|deprecated/i;
const NO_STREAM =
	/\bverified to (?:use )?stream|(?:\bstream(?:ing|ed)?\b(?! ?options)[`'"]?(?: \w+){0,3} (?:is |are )?(?:not|n't|un)[ -]?(?:supported|available|allowed|enabled|implemented|permitted))|(?:does not|doesn't|cannot|can't|don't|not) (?:yet )?(?:support|allow|permit) (?:\w+ )?stream(?:ing|ed)?\b|\bstream[`'"]? (?:must be|only supports|should be) (?:set to )?[`'"]?false|unsupported (?:parameter|value):? [`'"]?stream[`'"]?(?!_)|不支持流式|не поддерживает потоков/i;

/** Whether the server would answer if it were not asked to stream. */
function isStreamRefused({ status, detail = '' }: LockchatError): boolean {
	// Elsewhere the words are about something else, such as a limit.
	return status !== undefined && [400, 403, 404, 405, 422, 501].includes(status) && NO_STREAM.test(detail);
}

const OPTIONAL = ['stream_options', 'temperature', 'top_p'];

/**
 * The body without the parameter that the server says it does not know; null if the server complains of something else.
 *
 * OpenAI's reasoning models refuse `max_tokens` (they call it `max_completion_tokens`) and every temperature but
 * their own, and to stream for an organization that is not verified; servers with strict schemas refuse `stream_options`.
 */
export function dropRefusedParameter(body: CompletionBody, error: LockchatError): CompletionBody | null {
	const { status, detail = '' } = error;
	if (body.stream && isStreamRefused(error)) {
		const { stream_options: _, ...rest } = body;
		return { ...rest, stream: false };
	}
	if ((status !== 400 && status !== 422) || !REFUSAL.test(detail)) return null;
	if ('max_tokens' in body && /\bmax_tokens\b/.test(detail)) {
		const { max_tokens, ...rest } = body;
		return { ...rest, stream: body.stream, max_completion_tokens: max_tokens };
	}
	const name = OPTIONAL.find((name) => name in body && new RegExp(`\\b${name}\\b`).test(detail));
	if (name === undefined) return null;
	const rest = Object.entries(body).filter(([key]) => key !== name);
	return { ...Object.fromEntries(rest), stream: body.stream };
}
