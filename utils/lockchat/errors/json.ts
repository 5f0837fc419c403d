/** Whether a parsed JSON value is an object: neither null nor an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The parsed value, or `undefined` (which no JSON text means) when `text` is not JSON. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** More than any server or person needs. What recurses into a value, as `JSON.stringify` does, may fail on a deeper one. */
const DEEPEST = 50;

/** Whether a JSON value is nested so deeply that only a hostile server or file can be its source. */
export function isDeep(value: unknown, depth = 0): boolean {
	if (typeof value !== 'object' || value === null) return false;
	return depth >= DEEPEST || Object.values(value).some((part) => isDeep(part, depth + 1));
}

/**
 * The error that a chunk or a completion shows by its fields, or null. It stands in `error`, beside or in place of
 * `choices`, in `{object: "error"}` (vLLM), in MiniMax's `base_resp`, in an `error` inside a choice, or in a finish
 * reason that is one (OpenRouter). Each token passes here, so only fields are looked at, never words.
 */
export function errorIn(chunk: Record<string, unknown>): unknown {
	if (isError(chunk.error) || chunk.object === 'error' || chunk.type === 'error') return chunk;
	if (isError(chunk.error_msg) || isError(chunk.error_message)) return chunk;
	const { base_resp: outcome } = chunk;
	if (isRecord(outcome) && isError(outcome.status_code)) return { base_resp: outcome };
	if (!Array.isArray(chunk.choices)) return null;
	for (const choice of chunk.choices) {
		if (!isRecord(choice)) continue;
		if (isError(choice.error)) return { error: choice.error };
		const { finish_reason: reason } = choice;
		if (typeof reason === 'string' && FAILED.test(reason))
			return { error: /^error$/i.test(reason) ? '' : reason };
	}
	return null;
}

/**
 * What an outcome is called that is an error, as a finish reason, the name of an event or a kind of message:
 * `network_error` (Zhipu), `insufficient_system_resource` (DeepSeek), `abort` (vLLM), `ERROR_LIMIT` (Cohere).
 */
export const FAILED =
	/^error_|error$|system_resource|overloaded$|^(?:err|exception|fail(?:ed|ure)?|fatal|critical|abort(?:ed)?|cancell?ed|time(?:d_)?out)$/i;

/** What servers write in every chunk where others leave `error` out, in it or in its fields. */
const NO_ERROR = /^(?:0|null|none|nil|undefined|false|no error|ok|success)?$/i;

/** Whether the field `error` tells of one. */
function isError(value: unknown): boolean {
	if (value === undefined || value === null) return false;
	const told = typeof value === 'object' ? Object.values(value) : [value];
	return told.some((part) => part !== null && !NO_ERROR.test(String(part)));
}
