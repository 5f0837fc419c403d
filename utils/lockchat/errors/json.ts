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

/** What the body of an error says, whatever its shape is. */
export interface Complaint {
	message: string;
	/** The words of `code` and `type`: `model_not_found`, `rate_limit_error`. */
	labels: string[];
	/** The HTTP status that the body itself names, as that of an error in the middle of a stream may. */
	status?: number;
}

/**
 * Reads the shapes in which servers complain: OpenAI's `{error:{message,code,type}}`, Ollama's `{error}`, vLLM's
 * `{object:"error",message}`, FastAPI's `{detail}` as a text and as a list, Gemini's array around an object,
 * `{message}`, `{msg}`, `{errors:[…]}`, or a bare text.
 */
export function readComplaint(body: unknown): Complaint {
	if (typeof body === 'string') return { message: body, labels: [] };
	if (Array.isArray(body)) return readComplaint(body[0]);
	if (!isRecord(body)) return { message: '', labels: [] };
	const inner = isRecord(body.error) ? readComplaint(body.error) : null;
	const status = inner?.status ?? statusOf(body.code) ?? statusOf(body.status);
	return {
		message: inner?.message || firstText(body),
		labels: [
			...(inner?.labels ?? []),
			...[body.code, body.type].filter((label) => typeof label === 'string'),
		],
		...(status !== undefined && { status }),
	};
}

function firstText(body: Record<string, unknown>): string {
	for (const value of [body.message, body.error, body.detail, body.msg, body.errors, body.title]) {
		const text = textOf(value);
		if (text !== '') return text;
	}
	return '';
}

function textOf(value: unknown): string {
	if (typeof value === 'string') return value;
	if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join('; ');
	if (!isRecord(value)) return '';
	// FastAPI's validation errors: where (`["body", "stop"]`) and what.
	const place = Array.isArray(value.loc) ? `${value.loc.join('.')}: ` : '';
	const text = textOf(value.msg) || textOf(value.message) || textOf(value.error);
	return text === '' ? '' : place + text;
}

function statusOf(value: unknown): number | undefined {
	const number = typeof value === 'string' ? Number(value) : value;
	if (typeof number !== 'number' || !Number.isInteger(number)) return undefined;
	return number >= 400 && number <= 599 ? number : undefined;
}

/**
 * The error that a chunk or a completion carries, or null: `error` beside or in place of `choices`,
 * `{object: "error"}` (vLLM), an `error` inside a choice, or a finish reason that is one (OpenRouter).
 */
export function findError(chunk: Record<string, unknown>): unknown {
	if (isError(chunk.error)) return chunk;
	if (chunk.object === 'error') return chunk;
	if (!Array.isArray(chunk.choices)) return null;
	for (const choice of chunk.choices) {
		if (!isRecord(choice)) continue;
		if (isError(choice.error)) return { error: choice.error };
		if (choice.finish_reason === 'error') return { error: '' };
	}
	return null;
}

/** Some servers send `error: null`, `false`, `""` or `{}` in every chunk. */
function isError(value: unknown): boolean {
	return isRecord(value) ? Object.keys(value).length > 0 : Boolean(value);
}
