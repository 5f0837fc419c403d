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
/** A text that is higher than this many times its letters has more than one line. */
const ONE_LINE = 2.2;

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

/**
 * What of a range in a text stands within an area: what an ellipsis, a clamp on its lines or the window's edge cuts off is
 * left out, to whole words. All of it where nothing is cut off, and where it is written from top to bottom. What is cut
 * off beside several lines stays.
 */
export function seenPart(node: Text, { range, box, within, style }: Cut): string {
	const { startOffset, endOffset } = range;
	const cut = {
		above: box.top < within.top - SLACK,
		below: box.bottom > within.bottom + SLACK,
		left: box.left < within.left - SLACK,
		right: box.right > within.right + SLACK,
	};
	if (!Object.values(cut).includes(true) || style.writingMode.startsWith('vertical'))
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
	if (cut.above || cut.below) {
		[start, end] = between(
			start,
			end,
			({ bottom }) => bottom <= within.top + SLACK,
			({ top }) => top >= within.bottom - SLACK,
		);
	}
	const lines = boxOf(start, end);
	const isOneLine = lines !== null && lines.bottom - lines.top < ONE_LINE * Number.parseFloat(style.fontSize);
	if (isOneLine && (cut.left || cut.right)) {
		const isLeft = ({ right }: Rect) => right <= within.left + SLACK;
		const isRight = ({ left }: Rect) => left >= within.right - SLACK;
		const isRightToLeft = style.direction === 'rtl';
		[start, end] = between(start, end, isRightToLeft ? isRight : isLeft, isRightToLeft ? isLeft : isRight);
	}
	return wholeWords(node.data, { start, end, startOffset, endOffset });
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
