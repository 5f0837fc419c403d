import type { TokenizerExtensionFunction, TokenizerStartFunction } from 'marked';
import { environmentAt, looksLikeTex } from './hide-math.ts';
import { MAX_FORMULA_LENGTH, MAX_INLINE_LENGTH } from './limits.ts';

/** A formula that is a block of its own. */
export interface MathToken {
	type: 'math-block';
	raw: string;
	tex: string;
}

const OPENER = /^ {0,3}(?:\$\$|\\\[|(?=\\begin\{))/;
/** What is in no formula. If it follows an opener, the opener is stray, and ordinary text follows it. */
const NO_TEX = /`|^ {0,3}#{1,6} /m;
/** Several words in a row. That is a paragraph between two stray openers, unless it is an argument of `\text`. */
const PROSE = /(?:\p{L}{2,}[,;:]? +){3}\p{L}{2}/u;

/**
 * The formula at the start of `source` that has its lines to itself: `$$…$$`, `\[…\]` or `\begin{align}…\end{align}`.
 * Its lines must not become lists or headings, and a blank line does not end it.
 *
 * @param isGrowing true if more text will come. A formula that begins on a line of its own then counts before its end
 * is there.
 */
function readMathBlock(source: string, isGrowing: boolean): MathToken | undefined {
	const opener = OPENER.exec(source)?.[0];
	if (opener === undefined) return undefined;
	const found =
		opener.trim() === ''
			? environment(source.slice(0, MAX_FORMULA_LENGTH), opener.length)
			: delimited(source.slice(0, MAX_INLINE_LENGTH), opener);
	return found ?? (isGrowing ? begun(source, opener) : undefined);
}

function environment(source: string, start: number): MathToken | undefined {
	const end = environmentAt(source, start);
	const tex = source.slice(start, end);
	if (end < 0 || !endsLine(source, end) || NO_TEX.test(tex)) return undefined;
	return { type: 'math-block', raw: source.slice(0, end), tex };
}

function delimited(source: string, opener: string): MathToken | undefined {
	const isDollars = opener.endsWith('$$');
	const close = source.indexOf(isDollars ? '$$' : '\\]', opener.length);
	const tex = source.slice(opener.length, close);
	if (close < 0 || !endsLine(source, close + 2) || tex.trim() === '' || NO_TEX.test(tex)) return undefined;
	if (!isDollars && !looksLikeTex(tex) && !isWithoutWords(tex)) return undefined;
	if (/\n[ \t]*\n/.test(tex) && !isWithBlankLine(tex)) return undefined;
	return { type: 'math-block', raw: source.slice(0, close + 2), tex };
}

/**
 * Whether TeX has single letters and no words, as in `\[f(n)!\]`. A note (`\[sic\]`) has a word, and the number of a
 * note no letter.
 */
function isWithoutWords(tex: string): boolean {
	return /\p{L}/u.test(tex) && !/\p{L}{2}/u.test(tex);
}

/** Whether a text with a blank line in it is a formula, and not what stands between two stray openers. */
function isWithBlankLine(tex: string): boolean {
	const isOnLinesOfItsOwn = /^[ \t]*\n/.test(tex) && /\n[ \t]*$/.test(tex);
	return isOnLinesOfItsOwn || !PROSE.test(tex.replace(/\\[A-Za-z]+\*?(?:\{[^{}]*\})?/g, ''));
}

/** A formula whose end has not come: it is shown as its source, so that its lines do not become lists in the meantime. */
function begun(source: string, opener: string): MathToken | undefined {
	if (source.length > MAX_FORMULA_LENGTH || NO_TEX.test(source)) return undefined;
	const isEnvironment = opener.trim() === '' && environmentAt(source, opener.length, true) > 0;
	if (!isEnvironment && (opener.trim() === '' || !/^[ \t]*\n/.test(source.slice(opener.length))))
		return undefined;
	const closer = opener.endsWith('$$') ? '$$' : '\\]';
	if (!isEnvironment && source.includes(closer, opener.length)) return undefined;
	return { type: 'math-block', raw: source, tex: source.slice(opener.length) };
}

function endsLine(source: string, end: number): boolean {
	return /^[ \t]*(?:\n|$)/.test(source.slice(end, end + 200));
}

/** `readMathBlock` as marked wants it. */
export function createMathExtension(isGrowing: boolean): {
	tokenize: TokenizerExtensionFunction;
	start: TokenizerStartFunction;
} {
	return {
		tokenize: (source) => readMathBlock(source, isGrowing),
		start: (source) => findMathStart(source, isGrowing),
	};
}

const BEGINS_MATH = /^ {0,3}(?:\$\$|\\\[|\\begin\{)/;
/** A blank line, or a line that ends a paragraph although no blank line precedes it. */
const ENDS_PARAGRAPH = /^[ \t]*$|^ {0,3}(?:[`~]{3}|#|>|<|[-*+] |\d+[.)] )/;

/** Where in a paragraph a formula begins on a line of its own, which then ends the paragraph. */
export function findMathStart(source: string, isGrowing: boolean): number | undefined {
	for (let start = source.indexOf('\n') + 1; start > 0; start = source.indexOf('\n', start) + 1) {
		const end = source.indexOf('\n', start);
		const line = source.slice(start, end < 0 ? source.length : end);
		if (ENDS_PARAGRAPH.test(line)) return undefined;
		if (BEGINS_MATH.test(line) && readMathBlock(source.slice(start), isGrowing)) return start;
	}
	return undefined;
}
