import { serverWords } from '../words/known-words.ts';

const LONGEST_MS = 24 * 60 * 60 * 1000;
/** The pause for a server that asks for one in a form that cannot be read, in milliseconds. */
const ILLEGIBLE_MS = 5_000;
/** More seconds than this are no pause, but a time since 1970; many more are that time in milliseconds. */
const LEAST_TIME = 1e9;
const LEAST_TIME_MS = 1e12;

/**
 * How long the server asks to wait, in milliseconds: `retry-after-ms` (OpenAI, Azure), or `Retry-After` in seconds or as an
 * HTTP date (RFC 9110, 10.2.3). Gateways also write other dates, times since 1970, and spans as `2m30s`. At most a day;
 * `undefined` when it does not ask.
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
	const ms = headers.get('retry-after-ms');
	const asked = ms === null ? headers.get('retry-after') : `${ms}ms`;
	if (asked === null) return undefined;
	// `Date.parse` reads "-5" as a year.
	const date = /^[a-z]|^\d{4}-/i.test(asked) ? Date.parse(asked) - now : Number.NaN;
	const span = Number.isNaN(date) ? spanOf(asked, now) : date;
	return Math.min(Math.max(0, span ?? ILLEGIBLE_MS), LONGEST_MS);
}

/** How long the words of a complaint ask to wait: `Please try again in 7m12.5s.` */
export function waitIn(words: string): number | undefined {
	const span = serverWords().pause.exec(words)?.slice(1).find(Boolean);
	if (span === undefined) return undefined;
	const latin = span
		.replace(/[秒초с]\D*/i, 's')
		.replace(/[分분м]\D*/i, 'm')
		.replace(/[小時시ч]\D*/i, 'h');
	return Math.min(Math.ceil(spanOf(latin, 0) ?? 0), LONGEST_MS);
}

const UNITS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, ms: 1 };
/** A number, or a span as `2m30s`; a header that was sent twice comes as a list. */
const SPAN = /^"?((?:\d+(?:\.\d+)? ?(?:ms|[hms])[a-z]* ?)+|\d+(?:\.\d+)?)"?(?:,.*)?$/i;

function spanOf(text: string, now: number): number | undefined {
	const span = SPAN.exec(text.trim())?.[1];
	if (span === undefined) return undefined;
	if (Number(span) > LEAST_TIME) return Number(span) * (Number(span) > LEAST_TIME_MS ? 1 : 1000) - now;
	const parts = [...span.matchAll(/([\d.]+) ?(ms|[hms])?/gi)];
	return parts.reduce(
		(ms, [, count, unit = '']) => ms + Number(count) * (UNITS[unit.toLowerCase()] ?? 1000),
		0,
	);
}
