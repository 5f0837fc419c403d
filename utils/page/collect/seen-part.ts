import type { Rect } from './rect.ts';

interface Cut {
	/** All of the text, or a part of it. It is moved. */
	range: Range;
	/** The range's. */
	box: Rect;
	/** Where the text must stand to be seen. */
	within: Rect;
	style: CSSStyleDeclaration;
	/** When to stop, by `performance.now()`: a text can have any number of lines, and each takes its time. */
	until: number;
	/** Called where lines have not been looked at by then: they count as not read. */
	onLate?: () => void;
}

/** What less of a line is cut off is still read. In pixels. */
const SLACK = 4;
/** Lines of one text stand at least so far from each other, in pixels. */
const LEAST_OF_LINE = 2;

/** The least number from `low` to `high` for which something holds that, once it does, holds for all above. */
function leastThat(low: number, high: number, holds: (at: number) => boolean): number {
	let [from, to] = [low, high];
	while (from < to) {
		const middle = (from + to) >> 1;
		if (holds(middle)) to = middle;
		else from = middle + 1;
	}
	return from;
}

/** The lines in which a range is drawn, from above. A line can be of several pieces, where its writing turns around. */
function linesOf(range: Range): Rect[] {
	const lines: Rect[] = [];
	for (const { left, top, right, bottom } of range.getClientRects()) {
		if (right === left) continue;
		const line = lines.at(-1);
		if (!line || bottom > line.bottom + LEAST_OF_LINE) lines.push({ left, top, right, bottom });
		else Object.assign(line, { left: Math.min(line.left, left), right: Math.max(line.right, right) });
	}
	return lines;
}

/**
 * What of a range in a text stands within an area: what an ellipsis, a clamp on its lines or the window's edge cuts off is
 * left out, to whole words, of each line. All of it where nothing is cut off, and where it is written from top to bottom.
 */
export function seenPart(node: Text, { range, box, within, style, until, onLate }: Cut): string {
	const { startOffset, endOffset } = range;
	const isCutAcross = box.top < within.top - SLACK || box.bottom > within.bottom + SLACK;
	const isCutBeside = box.left < within.left - SLACK || box.right > within.right + SLACK;
	if ((!isCutAcross && !isCutBeside) || style.writingMode.startsWith('vertical'))
		return node.data.slice(startOffset, endOffset);

	/** The box of the text between two places; null where nothing of that is drawn, such as white space at a line's end. */
	function boxOf(start: number, end: number): Rect | null {
		range.setStart(node, start);
		range.setEnd(node, end);
		const part = range.getBoundingClientRect();
		return part.width === 0 && part.height === 0 ? null : part;
	}

	/** The text's part along which the first characters and the last ones are passed over as long as they are not seen. */
	function between(
		start: number,
		end: number,
		isBefore: (part: Rect) => boolean,
		isAfter: (part: Rect) => boolean,
	) {
		const isReached = (part: Rect | null, isOut: (part: Rect) => boolean) => part !== null && !isOut(part);
		const first = leastThat(start + 1, end, (at) => isReached(boxOf(start, at), isBefore)) - 1;
		const last = leastThat(first + 1, end, (at) => at === end || !isReached(boxOf(at, end), isAfter));
		return [first, last] as const;
	}

	let [start, end] = [startOffset, endOffset];
	if (isCutAcross) {
		[start, end] = between(
			start,
			end,
			({ bottom }) => bottom <= within.top + SLACK,
			({ top }) => top >= within.bottom - SLACK,
		);
	}
	if (!isCutBeside) return wholeWords(node.data, { start, end, startOffset, endOffset });

	/** Whatever way a line is written, it can begin on either side. */
	const isOut = ({ left, right }: Rect) => right <= within.left + SLACK || left >= within.right - SLACK;
	const isBlank = (from: number, to: number) => node.data.slice(from, to).trim() === '';

	/** What is seen of a line. A line break in place of what is cut off keeps its words and those of the next one apart. */
	function seenOfLine(from: number, next: number): string {
		const line = boxOf(from, next);
		if (!line) return node.data.slice(from, next);
		if (isOut(line)) return '\n';
		const [first, last] = between(from, next, isOut, isOut);
		const words = wholeWords(node.data, {
			// A blank at an end is not drawn, and keeps words apart all the same.
			start: isBlank(from, first) ? from : first,
			end: isBlank(last, next) ? next : last,
			startOffset: from === start ? startOffset : from,
			endOffset: next === end ? endOffset : next,
		});
		return last < next && next < end ? `${words}\n` : words;
	}

	range.setStart(node, start);
	range.setEnd(node, end);
	const lines = linesOf(range);
	/** Where a line begins, at some place from here on. */
	function startOf(line: number, from: number): number {
		const above = lines[line - 1];
		if (!above) return from;
		const isBelow = (at: number) =>
			(boxOf(from, at)?.bottom ?? Number.NEGATIVE_INFINITY) > above.bottom + LEAST_OF_LINE;
		return leastThat(from + 1, end + 1, (at) => at > end || isBelow(at)) - 1;
	}

	let seen = '';
	let taken = start;
	for (const [at, { left, right }] of lines.entries()) {
		if (left >= within.left - SLACK && right <= within.right + SLACK) continue;
		if (performance.now() > until) {
			onLate?.();
			return seen;
		}
		const from = startOf(at, taken);
		const next = startOf(at + 1, from);
		seen += node.data.slice(taken, from) + seenOfLine(from, next);
		taken = next;
	}
	return seen + node.data.slice(taken, end);
}

/** What words are made of where they stand between blanks. Chinese, Japanese, Thai and their like have none between words. */
const OF_WORD =
	/[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** A word of which a part is cut off is left out, unless it is the only one. What the range itself cuts stays as it is. */
function wholeWords(
	text: string,
	{ start, end, startOffset, endOffset }: Record<'start' | 'end' | 'startOffset' | 'endOffset', number>,
): string {
	const isOfWord = (at: number) => OF_WORD.test(text.charAt(at));
	let [from, to] = [start, end];
	if (start > startOffset && isOfWord(start - 1)) while (from < end && isOfWord(from)) from += 1;
	if (end < endOffset && isOfWord(end)) while (to > from && isOfWord(to - 1)) to -= 1;
	const words = text.slice(from, to);
	return words.trim() === ''
		? text.slice(start, end).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '')
		: words;
}
