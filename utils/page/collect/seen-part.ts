import type { Rect } from './rect.ts';

interface Cut {
	/** All of the text, or a part of it. It is moved. */
	range: Range;
	/** The range's. */
	box: Rect;
	/** Where the text must stand to be seen. */
	within: Rect;
	style: CSSStyleDeclaration;
}

/** What less of a line is cut off is still read. In pixels. */
const SLACK = 4;
/** What stands in further lines of a text that is cut off at its side counts as cut off: to look at each takes its time. */
const MOST_LINES = 1_000;

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

/** The same where it mostly holds near `low`, so that what is looked at stays short. */
function leastNear(low: number, high: number, holds: (at: number) => boolean): number {
	let [from, step] = [low, 16];
	for (; from + step < high && !holds(from + step); step *= 2) from += step;
	return leastThat(from, Math.min(high, from + step), holds);
}

/**
 * What of a range in a text stands within an area: what an ellipsis, a clamp on its lines or the window's edge cuts off is
 * left out, to whole words, of each line. All of it where nothing is cut off, and where it is written from top to bottom.
 */
export function seenPart(node: Text, { range, box, within, style }: Cut): string {
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

	/** Where the line ends that begins at a place. */
	function endOfLine(from: number): number {
		const drawn = leastNear(from + 1, end, (at) => boxOf(from, at) !== null);
		const first = boxOf(from, drawn);
		if (!first) return end;
		const below = first.bottom + (first.bottom - first.top) / 2;
		return leastNear(drawn, end + 1, (at) => at > end || (boxOf(from, at)?.bottom ?? 0) > below) - 1;
	}

	const isLeft = ({ right }: Rect) => right <= within.left + SLACK;
	const isRight = ({ left }: Rect) => left >= within.right - SLACK;
	const [isBefore, isAfter] = style.direction === 'rtl' ? [isRight, isLeft] : [isLeft, isRight];
	/** What is seen of a line. A line break in place of what is cut off keeps its words and those of the next one apart. */
	function seenOfLine(from: number, next: number): string {
		const line = boxOf(from, next);
		if (!line) return node.data.slice(from, next);
		if (isBefore(line) || isAfter(line)) return '\n';
		const [first, last] = between(from, next, isBefore, isAfter);
		const words = wholeWords(node.data, {
			start: first,
			end: last,
			startOffset: from === start ? startOffset : from,
			endOffset: next === end ? endOffset : next,
		});
		return last < next && next < end ? `${words}\n` : words;
	}

	let seen = '';
	for (let [from, count] = [start, 0]; from < end && count < MOST_LINES; count += 1) {
		const next = Math.max(from + 1, endOfLine(from));
		seen += seenOfLine(from, next);
		from = next;
	}
	return seen;
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
