import { isRecord, parseJson } from '../errors/json.ts';

/** How many envelopes may be in one another. */
const DEEPEST = 3;

/**
 * Some gateways put each chunk, or the whole answer, into an envelope, whatever its name: `{code: 0, data: {choices: […]}}`.
 * It may also stand in a list, or be JSON in a text.
 */
export function unwrapped(value: Record<string, unknown>, depth = 0): Record<string, unknown> {
	if ('choices' in value || depth > DEEPEST) return value;
	for (const field of Object.values(value)) {
		const inner = opened(field);
		const found = isRecord(inner) ? unwrapped(inner, depth + 1) : value;
		if ('choices' in found) return found;
	}
	return value;
}

function opened(field: unknown): unknown {
	if (typeof field === 'string') return field.includes('"choices"') ? parseJson(field) : field;
	return Array.isArray(field) ? field[0] : field;
}
