import { isRecord } from './is-record.ts';

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
