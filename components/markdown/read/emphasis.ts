import { CJK } from './cjk.ts';

/** What stands beside a run of delimiters. It decides whether the run opens, closes or does both. */
type Neighbour = 'space' | 'punctuation' | 'cjk' | 'letter';

const IS_CJK = new RegExp(`[${CJK}]`, 'u');

function neighbourOf(character: string): Neighbour {
	if (/^\s?$/u.test(character)) return 'space';
	if (IS_CJK.test(character)) return 'cjk';
	return /[\p{P}\p{S}]/u.test(character) ? 'punctuation' : 'letter';
}

/** The character before `end`. A variation selector (U+FE00–FE0E), which only chooses a character's form, is skipped. */
function characterBefore(text: string, end: number): string {
	const form = /[\ufe00-\ufe0e]/.test(text.charAt(end - 1)) ? 1 : 0;
	return /.$/su.exec(text.slice(Math.max(0, end - form - 2), end - form))?.[0] ?? '';
}

function characterAt(text: string, index: number): string {
	const codePoint = text.codePointAt(index);
	return codePoint === undefined ? '' : String.fromCodePoint(codePoint);
}

/**
 * Makes emphasis work in texts without spaces, by the CJK-friendly amendment to CommonMark: a run of `*` or `~`
 * beside a CJK character may open and close, whatever stands on its other side. `_` stays as it is: the amendment
 * changes nothing about it.
 *
 * marked does not know that amendment, but it looks for closing runs in a masked copy of the text. In that copy the CJK
 * neighbours of each run are replaced, by a letter or by a sign: by CommonMark's own rule a run between two letters, or
 * between two signs, may open and close.
 *
 * @param masked the text as marked masks it
 * @returns a text of the same length
 */
export function maskCjk(masked: string): string {
	if (!IS_CJK.test(masked)) return masked;
	let shown = '';
	let end = 0;
	for (const { 0: run, index } of masked.matchAll(/\*+|~+/g)) {
		const after = index + run.length;
		const next = characterAt(masked, after);
		const [left, right] = [neighbourOf(characterBefore(masked, index)), neighbourOf(next)];
		if (left !== 'cjk' && right !== 'cjk') continue;
		// A single character between two runs is a neighbour of both. If it is shown as a letter, the one run opens and
		// the other closes.
		const isShared = /^[*~]/.test(masked.slice(after + next.length));
		const standIn = right === 'punctuation' || (left === 'punctuation' && !isShared) ? '+' : 'a';
		if (left === 'cjk' && index > end) shown += `${masked.slice(end, index - 1)}${standIn}${run}`;
		else shown += masked.slice(end, after);
		end = after;
		if (right === 'cjk') {
			shown += standIn.repeat(next.length);
			end += next.length;
		}
	}
	return shown + masked.slice(end);
}

/**
 * What marked is to take for the character before an opening run: none (the start of a text) where the amendment lets the
 * run open.
 *
 * @param before the character that marked has found there; empty at the start of a text
 * @param position of the run in `masked`
 */
export function showBefore(source: string, before: string, masked: string, position: number): string {
	const mark = source.charAt(0);
	if (before === '' || before === mark || mark === '_') return before;
	const next = characterAt(source, runLength(source, 0));
	return neighbourOf(next) === 'cjk' ? '' : masked.charAt(position - 1);
}

/** How many of the same character stand at `index`. */
function runLength(text: string, index: number): number {
	let end = index;
	while (end < text.length && text.charAt(end) === text.charAt(index)) end += 1;
	return end - index;
}

/**
 * Signs with which a word in single `*` may end. Other signs have another meaning there: `*a.*b` is a pattern, `*(a)*b`
 * a product.
 */
const SENTENCE_ENDS = /[:;!?…»”]/;
/** Signs with which a word in `_` or `__` may end: signs that are in no name of a program. */
const NAME_ENDS = new RegExp(String.raw`[:!?…»”]|(?=\p{P})[${CJK}]`, 'u');
/** Signs with which a text in `**` or `~~` may not end: they open something, or belong to a path. */
const OPENS_OR_PATH = /[\p{Ps}\p{Pi}/\\]/u;

/**
 * The place where the run at the start of `source` is closed by a run that stands directly before a letter:
 * `**Note:**text`.
 *
 * By CommonMark a run between a sign and a letter can only open. Models write it as the end of a label, so it closes a
 * run of the same length when no other of that length stands between the two.
 *
 * @param source the text from the opening run on
 * @param masked the whole text, its code and links masked
 * @returns the offset in `source` behind the closing run; -1 when there is none
 */
export function findEarlyClose(source: string, masked: string): number {
	const mark = source.charAt(0);
	const length = runLength(source, 0);
	const position = masked.length - source.length;
	const isMidRun = masked.charAt(position - 1) === mark;
	if (isMidRun || length > 3 || !canOpen(source, masked, position, length)) return -1;
	for (let index = masked.indexOf(mark, position + length); index >= 0; ) {
		const found = runLength(masked, index);
		if (found === length) {
			const inside = masked.slice(position + length, index);
			return closesBeforeLetter(inside, characterAt(masked, index + length), mark, length)
				? index + length - position
				: -1;
		}
		index = masked.indexOf(mark, index + found);
	}
	return -1;
}

function canOpen(source: string, masked: string, position: number, length: number): boolean {
	const next = neighbourOf(characterAt(source, length));
	const before = neighbourOf(characterBefore(masked, position));
	if (next === 'space') return false;
	if (source.startsWith('_')) return before === 'space' || before === 'punctuation';
	return next !== 'punctuation' || before !== 'letter';
}

function closesBeforeLetter(inside: string, after: string, mark: string, length: number): boolean {
	// U+E000 begins a formula: see `hideMath`.
	if (!/[\p{L}\p{N}\ue000]/u.test(after)) return false;
	const last = characterBefore(inside, inside.length);
	// A sign after a space opens something, as a quotation mark does.
	if (!/[\p{P}\p{S}]/u.test(last) || !/\S.$/su.test(inside) || !/[\p{L}\p{N}]/u.test(inside)) return false;
	if (mark === '_') return NAME_ENDS.test(last);
	return length === 1 ? SENTENCE_ENDS.test(last) : !OPENS_OR_PATH.test(last);
}
