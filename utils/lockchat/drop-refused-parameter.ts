import type { CompletionBody } from './completion-body.ts';
import type { LockchatError } from './lockchat-error.ts';

const REFUSAL =
	/not support|unsupported|unrecogni[sz]ed|unknown|unexpected|not permitted|not allowed|not accept|extra|deprecated/i;
const OPTIONAL = ['stream_options', 'temperature', 'top_p'];

/**
 * The body without the parameter that the server says it does not know, or null when that's not its complaint.
 *
 * OpenAI's reasoning models refuse `max_tokens` (they call it `max_completion_tokens`) and every temperature but
 * their own; servers with strict schemas refuse `stream_options`.
 */
export function dropRefusedParameter(body: CompletionBody, error: LockchatError): CompletionBody | null {
	const { status, detail = '' } = error;
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
