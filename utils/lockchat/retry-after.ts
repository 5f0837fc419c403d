const LONGEST_MS = 24 * 60 * 60 * 1000;
/** For a server that asks to wait, but not legibly. */
const ILLEGIBLE_MS = 5_000;

/**
 * How long the server asks to wait, in milliseconds: `retry-after-ms` (OpenAI, Azure), or `Retry-After` in
 * seconds or as an HTTP date (RFC 9110, 10.2.3). At most a day; `undefined` when it does not ask.
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
	const ms = readNumber(headers.get('retry-after-ms'));
	if (ms !== undefined) return Math.min(ms, LONGEST_MS);
	const value = headers.get('retry-after');
	const seconds = readNumber(value);
	if (seconds !== undefined) return Math.min(seconds * 1000, LONGEST_MS);
	if (value === null) return undefined;
	const date = Date.parse(value);
	// `Date.parse` reads "-5" as a year; an HTTP date always names a weekday.
	if (Number.isNaN(date) || !/^[a-z]/i.test(value)) return ILLEGIBLE_MS;
	return Math.min(Math.max(0, date - now), LONGEST_MS);
}

function readNumber(value: string | null): number | undefined {
	return value !== null && /^\s*\d+(\.\d+)?\s*$/.test(value) ? Number(value) : undefined;
}
