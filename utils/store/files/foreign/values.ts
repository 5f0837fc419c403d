/** Reads what may be anything: each function gives a value of its type, or says that there is none. */

export type Fields = Readonly<Record<string, unknown>>;

/** The object's own fields; none where it is no object. */
export function fieldsOf(value: unknown): Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

export function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A field that the object itself has, whatever stands in its prototype. */
export function has(value: unknown, key: string): boolean {
	return isObject(value) && Object.hasOwn(value, key);
}

export function listOf(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}

/** The text; empty where there is none. */
export function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

/** The text; undefined where there is none, or an empty one. */
export function nameOf(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

export function numberOf(value: unknown): number | undefined {
	return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** Behind this moment a number counts milliseconds and no longer seconds: in seconds it would be the year 5138. */
const LEAST_MS = 1e11;

/** Milliseconds since the epoch, from seconds, milliseconds, or ISO 8601. Undefined where it is no moment. */
export function timeOf(value: unknown): number | undefined {
	const time = typeof value === 'string' ? Date.parse(value) : numberOf(value);
	if (time === undefined || Number.isNaN(time) || time <= 0) return undefined;
	const ms = typeof value === 'number' && time < LEAST_MS ? time * 1000 : time;
	return ms > 8.64e15 ? undefined : Math.trunc(ms);
}

/** What a program wrote of a tool, as text; what is a text already stays as it is. */
export function jsonOf(value: unknown): string {
	if (typeof value === 'string') return value;
	try {
		return JSON.stringify(value) ?? '';
	} catch {
		// It is deeper than the engine's stack.
		return '';
	}
}
