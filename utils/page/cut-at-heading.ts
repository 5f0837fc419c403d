import { estimateTokens } from '../chat/estimate-tokens.ts';

/**
 * Where a text may be cut, from the best kind of place to the worst: before a heading, between paragraphs, lines,
 * sentences and words. Each matches what stands at the cut. A heading stays with what it heads.
 */
const SEAMS = [
	/\n(?=#{1,6} )/g,
	/(?<!^#{1,6} .*)\n\n/gm,
	/(?<!^(?:#{1,6} .*)?)\n/gm,
	/(?<=[.!?…؟۔।]) |(?<=[。！？])/g,
	/ /g,
];
/** A cut at a heading that loses more than this of what would fit is not worth it. */
const LEAST_KEPT = 0.5;
/** The estimate counts at least one token for so many UTF-16 code units. */
const UNITS_PER_TOKEN = 4;
/** The room is looked for as closely as this, in UTF-16 code units, or as a hundredth of it: an estimate is no better. */
const CLOSE = 16;

/**
 * How much of the text behind `start` fits, in UTF-16 code units. Tokens are spread more or less evenly, so it is looked
 * for where it should be, and by halves where they are not.
 */
function roomFor(text: string, start: number, tokens: number): number {
	const left = text.length - start;
	const most = Math.min(left, Math.ceil((tokens + 1) * UNITS_PER_TOKEN));
	const tokensIn = (length: number) => estimateTokens(text.slice(start, start + length));
	let fits = { length: 0, tokens: 0 };
	let tooMuch = { length: most, tokens: tokensIn(most) };
	if (most === left && tooMuch.tokens <= tokens) return left;
	const close = Math.max(CLOSE, most / 100);
	for (let isByHalves = false; tooMuch.length - fits.length > close; isByHalves = !isByHalves) {
		const between = (tokens - fits.tokens) / (tooMuch.tokens - fits.tokens);
		const share = isByHalves ? 0.5 : Math.min(0.98, Math.max(0.02, between - 0.005));
		const length = fits.length + Math.ceil((tooMuch.length - fits.length - 1) * share);
		const next = { length, tokens: tokensIn(length) };
		if (next.tokens <= tokens) fits = next;
		else tooMuch = next;
	}
	// What takes more than it may has to be taken all the same, and no character is cut in two.
	return fits.length + Number(isInsideCharacter(text, start + fits.length)) || Math.min(left, CLOSE);
}

function isInsideCharacter(text: string, at: number): boolean {
	return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));
}

/** Where a text that goes on from `start` may be cut, with at most so many tokens before the cut. */
function cutBehind(text: string, start: number, tokens: number): number {
	const room = roomFor(text, start, tokens);
	if (start + room >= text.length) return text.length;
	const taken = text.slice(start, start + room);
	const ends = SEAMS.map((seam) => [...taken.matchAll(seam)].at(-1)?.index ?? 0);
	return start + (ends.find((at) => at >= room * LEAST_KEPT) ?? room);
}

/** The line that opened the code in which a Markdown text ends; null where it ends in none. */
function openFence(text: string): string | null {
	let open: string | null = null;
	for (const [line, fence = ''] of text.matchAll(/^ {0,3}(`{3,}|~{3,})[^\n]*/gm)) {
		if (open === null) open = line;
		else if (line.trim() === fence && fence.startsWith(fenceOf(open))) open = null;
	}
	return open;
}

const fenceOf = (line: string): string => /`{3,}|~{3,}/.exec(line)?.[0] ?? '```';

/**
 * The beginning of a Markdown text that has at most so many tokens, up to the last heading that leaves most of what would
 * fit, else up to the last paragraph, line, sentence or word. Fences are closed.
 */
export function cutAtHeading(text: string, tokens: number): string {
	const end = cutBehind(text, 0, tokens);
	if (end === text.length) return text;
	const kept = text.slice(0, end).trimEnd();
	const fence = openFence(kept);
	return fence === null ? kept : `${kept}\n${fenceOf(fence)}`;
}

/**
 * All of a Markdown text in pieces that have at most about so many tokens each, cut where `cutAtHeading` cuts. Code that
 * is cut is closed at the end of its piece, and opened again in the next. Only white space at the cuts is lost.
 */
export function cutIntoPieces(text: string, tokens: number): string[] {
	const pieces: string[] = [];
	let fence: string | null = null;
	for (let start = 0; start < text.length; ) {
		const end = cutBehind(text, start, tokens);
		const words = text.slice(start, end).replace(/^\n+/, '').trimEnd();
		start = end;
		if (words === '') continue;
		const opened: string = fence === null ? words : `${fence}\n${words}`;
		fence = openFence(opened);
		pieces.push(fence === null || start >= text.length ? opened : `${opened}\n${fenceOf(fence)}`);
	}
	return pieces;
}
