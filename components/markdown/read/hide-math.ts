import type { Inline } from './blocks.ts';
import { CJK } from './cjk.ts';
import { MAX_FORMULA_LENGTH } from './limits.ts';

/** Where TeX stands in a text: the offsets of what is written, including its delimiters. */
export interface MathSpan {
	start: number;
	end: number;
	tex: string;
	isDisplay: boolean;
}

/** The longest formula inside a text, in UTF-16 code units. The closing `$` is looked for no further away. */
const REACH = 1200;

/** TeX's environments that hold formulas. Other environments, such as `\begin{itemize}`, are text. */
const ENVIRONMENT =
	/\\begin\{((?:(?:d|r|dr)?cases|(?:fl)?align|alignat|gather|multline|equation|eqnarray|(?:[pbBvV]|small|border)?matrix)\*?|(?:align|gather|alignat)ed|split|d?array|subarray|CD)\}/y;

/**
 * The offset behind the environment that begins at `start`; -1 when none begins there, or when it has no end.
 *
 * @param isOpen true if an environment without an end counts, too: it ends with the text
 */
export function environmentAt(text: string, start: number, isOpen = false): number {
	ENVIRONMENT.lastIndex = start;
	const name = ENVIRONMENT.exec(text)?.[1];
	if (name === undefined) return -1;
	const bounds = new RegExp(String.raw`\\(begin|end)\{${name.replace('*', String.raw`\*`)}\}`, 'g');
	bounds.lastIndex = start;
	let depth = 0;
	for (let match = bounds.exec(text); match; match = bounds.exec(text)) {
		depth += match[1] === 'begin' ? 1 : -1;
		if (depth === 0) return bounds.lastIndex;
	}
	return isOpen ? text.length : -1;
}

/**
 * Finds `$…$`, `$$…$$`, `\(…\)`, `\[…\]` and `\begin{align}…\end{align}`, outside code spans.
 *
 * Prices must not become formulas. As in Pandoc no space may follow an opening `$`, and a closing `$` may have neither a
 * space before it nor a digit behind it. Besides, a number that is followed by words (`$5 or US$`) is prose. Brackets with
 * backslashes are also Markdown's way to escape a bracket: they count only around what looks like TeX, and not directly
 * after a name (`b\[i+1\]`). GitHub also writes a formula with code inside of the dollars.
 */
export function findMath(text: string): MathSpan[] {
	const spans: MathSpan[] = [];
	const opener = /`+|\\begin\{|\\.|\$\$?/gs;
	for (let match = opener.exec(text); match; match = opener.exec(text)) {
		const start = match.index;
		const end = match[0].startsWith('`') ? codeEnd(text, start, match[0].length) : -1;
		const span = end < 0 ? spanAt(text, start, match[0]) : null;
		if (span) spans.push(span);
		if (span || end >= 0) opener.lastIndex = span ? span.end : end;
	}
	return spans;
}

/** The offset behind the code span that opens at `start`; -1 when nothing closes it. */
function codeEnd(text: string, start: number, length: number): number {
	const run = /`+/g;
	run.lastIndex = start + length;
	for (let match = run.exec(text); match; match = run.exec(text)) {
		if (match[0].length === length) return run.lastIndex;
	}
	return -1;
}

function spanAt(text: string, start: number, opener: string): MathSpan | null {
	if (opener === '\\(') return bracketed(text, start, '\\)', false);
	if (opener === '\\[') return bracketed(text, start, '\\]', true);
	if (opener === '\\begin{') return environment(text, start);
	if (opener === '$$') return doubled(text, start);
	return opener === '$' ? dollars(text, start) : null;
}

function environment(text: string, start: number): MathSpan | null {
	const end = environmentAt(text.slice(0, start + MAX_FORMULA_LENGTH), start);
	const tex = text.slice(start, end);
	return end < 0 || tex.includes('`') ? null : { start, end, tex, isDisplay: true };
}

/** A letter or digit that a formula cannot touch. Chinese, Japanese and Korean put no space beside one, so theirs can be. */
const LETTER = String.raw`(?![${CJK}])[\p{L}\p{N}]`;
const TOUCHES = new RegExp(`^${LETTER}`, 'u');
/** The end of a name or of another index: brackets directly behind it belong to it. */
const NAME = new RegExp(String.raw`(?:${LETTER}|_|\\?[\])])$`, 'u');
/** A price among such letters, or a sentence of theirs: `5，另一个`. */
const CJK_PROSE = new RegExp(String.raw`^[\d.,]+[^=\\]*[${CJK}]|^[^\\^_={}+<>]*[，。；：、！？]`, 'u');

function bracketed(text: string, start: number, closer: string, isDisplay: boolean): MathSpan | null {
	if (NAME.test(text.slice(Math.max(0, start - 2), start))) return null;
	const close = indexWithin(text, closer, start + 2);
	if (close < 0) return null;
	const tex = text.slice(start + 2, close);
	const isTex = looksLikeTex(tex) || (!isDisplay && isSymbols(tex));
	return isTex ? { start, end: close + 2, tex, isDisplay } : null;
}

/** Whether a text in brackets is TeX, and not a text whose brackets are escaped, such as `\[sic\]`. */
export function looksLikeTex(tex: string): boolean {
	return /\\[A-Za-z]|[\^_={}+<>]/.test(tex) || /^\s.*[\p{L}\p{N}]/su.test(tex);
}

/** Whether there are only short names and numbers, as in `\(n\)` or `\(x, y\)`: prose has longer words. */
function isSymbols(tex: string): boolean {
	return /[\p{L}\p{N}]/u.test(tex) && !/\p{L}{4}/u.test(tex);
}

function doubled(text: string, start: number): MathSpan | null {
	const close = indexWithin(text, '$$', start + 2);
	if (close < 0) return null;
	const tex = text.slice(start + 2, close);
	return /\S/.test(tex) ? { start, end: close + 2, tex, isDisplay: true } : null;
}

function dollars(text: string, start: number): MathSpan | null {
	if (!/[^\s$]/.test(text.charAt(start + 1)) || TOUCHES.test(text.charAt(start - 1))) return null;
	if (text.charAt(start + 1) === '`') return codeInDollars(text, start);
	for (let close = indexWithin(text, '$', start + 1); close >= 0; close = indexWithin(text, '$', close + 1)) {
		if (close > start + REACH) return null;
		if (text.charAt(close - 1) === '\\') continue;
		// The first `$` that could close the formula decides. Looking further would turn the prose between two prices into math.
		const next = text.charAt(close + 1);
		if (/\s/.test(text.charAt(close - 1)) || next === '$' || TOUCHES.test(next)) return null;
		const tex = text.slice(start + 1, close);
		return isProse(tex) ? null : { start, end: close + 1, tex, isDisplay: false };
	}
	return null;
}

function codeInDollars(text: string, start: number): MathSpan | null {
	const close = indexWithin(text, '`$', start + 2);
	const tex = text.slice(start + 2, close);
	return close < 0 || tex.trim() === '' ? null : { start, end: close + 2, tex, isDisplay: false };
}

/** Whether this is a price and the words after it, or a shell variable: `5 or US`, `HOME/bin:`. */
function isProse(tex: string): boolean {
	const words = tex.replace(/\\[A-Za-z]+(?:\{[^{}]*\})?/g, '');
	if (CJK_PROSE.test(words)) return true;
	return /^[\d.,]+\S*\s+.*\p{L}{2}/su.test(words) || /[/:;,-]$/.test(words) || /\n[ \t]*\n/.test(tex);
}

function indexWithin(text: string, searched: string, from: number): number {
	const index = text.indexOf(searched, from);
	return index < 0 || index > from + REACH || text.slice(from, index).includes('`') ? -1 : index;
}

/** What replaces a formula: a number between two private-use characters, which mean nothing to the lexer. */
const HIDDEN = /\uE000(\d+)\uE001/g;

/** A text whose formulas the lexer cannot see, and the way to get them back. */
export interface HiddenMath {
	text: string;
	hasMath: boolean;
	/** The text as it was written. For code and addresses, in which nothing is a formula. */
	restore(text: string): string;
	/** The text and its formulas in their order. */
	split(text: string, isSettled: boolean): Inline[];
}

const NOTHING: Omit<HiddenMath, 'text'> = {
	hasMath: false,
	restore: (text) => text,
	split: (text) => [text],
};

export function hideMath(text: string): HiddenMath {
	// A text that already contains these marks is left alone: a part of it could pass for a formula.
	const spans = /[$]|\\(?:[([]|begin)/.test(text) && !text.includes('\uE000') ? findMath(text) : [];
	if (spans.length === 0) return { ...NOTHING, text };
	const source = (span: MathSpan | undefined) => (span ? text.slice(span.start, span.end) : '');

	return {
		text: hide(text, spans),
		hasMath: true,
		restore: (part) => part.replace(HIDDEN, (_, index: string) => source(spans[Number(index)])),
		split(part, isSettled) {
			const inlines: Inline[] = [];
			let end = 0;
			for (const match of part.matchAll(HIDDEN)) {
				const span = spans[Number(match[1])];
				if (!span) continue;
				if (match.index > end) inlines.push(part.slice(end, match.index));
				const { tex, isDisplay } = span;
				inlines.push({ type: 'math', tex, source: source(span), isDisplay, isSettled });
				end = match.index + match[0].length;
			}
			if (end < part.length) inlines.push(part.slice(end));
			return inlines;
		},
	};
}

function hide(text: string, spans: readonly MathSpan[]): string {
	let hidden = '';
	let end = 0;
	spans.forEach((span, index) => {
		hidden += `${text.slice(end, span.start)}\uE000${index}\uE001`;
		end = span.end;
	});
	return hidden + text.slice(end);
}
