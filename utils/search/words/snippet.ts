import type { Hit } from './find-hits.ts';

/** A piece of a sentence that is shown. */
export interface SnippetPiece {
	text: string;
	isHit: boolean;
}

/** In UTF-16 code units. */
const MAX_LENGTH = 240;
/** How much stands before the first hit of a sentence that is too long. */
const BEFORE = 60;

const SENTENCE_END = /[.!?…؟۔।]["'»”)\]]*\s+|[。！？]|\n+/g;

/** The sentence that has the most of the terms, with the hits in it apart. Marks of Markdown are left out. */
export function snippetOf(text: string, hits: readonly Hit[]): SnippetPiece[] {
	const best = bestSentence(text, hits);
	if (!best) return [];
	const { start, end } = shorten(text, best);
	const pieces: SnippetPiece[] = [];
	let at = start;
	for (const hit of best.hits) {
		if (hit.start < at || hit.end > end) continue;
		pieces.push({ text: plain(text.slice(at, hit.start)), isHit: false });
		pieces.push({ text: plain(text.slice(hit.start, hit.end)), isHit: true });
		at = hit.end;
	}
	pieces.push({ text: plain(text.slice(at, end)), isHit: false });
	if (start > best.start) pieces.unshift({ text: '…', isHit: false });
	if (end < best.end) pieces.push({ text: '…', isHit: false });
	return tidy(pieces);
}

interface Sentence {
	start: number;
	end: number;
	hits: Hit[];
}

function bestSentence(text: string, hits: readonly Hit[]): Sentence | null {
	let best: Sentence | null = null;
	let bestTerms = 0;
	for (let at = 0; at < hits.length; ) {
		const hit = hits[at];
		if (!hit) break;
		const sentence = sentenceAround(text, hit, hits.slice(at));
		const terms = new Set(sentence.hits.map(({ term }) => term)).size;
		if (terms > bestTerms) [best, bestTerms] = [sentence, terms];
		at += sentence.hits.length;
	}
	return best;
}

/** The farthest that a sentence's ends are looked for, in UTF-16 code units: some texts have no full stop. */
const REACH = 1_000;

function sentenceAround(text: string, { start, end }: Hit, hits: readonly Hit[]): Sentence {
	const from = Math.max(0, start - REACH);
	let begin = from;
	for (const stop of text.slice(from, start).matchAll(SENTENCE_END))
		begin = from + stop.index + stop[0].length;
	SENTENCE_END.lastIndex = 0;
	const after = text.slice(end, end + REACH);
	const stop = SENTENCE_END.exec(after);
	SENTENCE_END.lastIndex = 0;
	const close = end + (stop ? stop.index + stop[0].length : after.length);
	return { start: begin, end: close, hits: hits.filter((hit) => hit.start >= begin && hit.end <= close) };
}

/** Cuts a sentence that is too long, at spaces and around its first hit. */
function shorten(text: string, { start, end, hits: [first] }: Sentence): { start: number; end: number } {
	if (!first || end - start <= MAX_LENGTH) return { start, end };
	const wanted = Math.max(start, first.start - BEFORE);
	const space = text.slice(wanted, first.start).search(/\s/);
	const from = wanted === start ? start : space < 0 ? first.start : wanted + space;
	const until = Math.min(end, Math.max(from + MAX_LENGTH, first.end));
	const last = text.slice(first.end, until).search(/\s\S*$/);
	return { start: from, end: until === end || last < 0 ? until : first.end + last };
}

/** Without the marks of Markdown that stand in a line, and with one space for each row of spaces and line ends. */
function plain(text: string): string {
	return text
		.replace(/^\s*(?:#{1,6}|>|[-*+])\s+/gm, '')
		.replace(/\*+|`+|~~|__+/g, '')
		.replace(/\|/g, ' ')
		.replace(/\s+/g, ' ');
}

function tidy(pieces: readonly SnippetPiece[]): SnippetPiece[] {
	const shown = pieces.filter(({ text }) => text !== '');
	const [first, last] = [shown[0], shown.at(-1)];
	if (first) first.text = first.text.trimStart();
	if (last) last.text = last.text.trimEnd();
	return shown.filter(({ text }) => text !== '');
}
