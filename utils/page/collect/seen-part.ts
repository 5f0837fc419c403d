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

/** A part of a text, by the places in its characters. */
interface Part {
	start: number;
	end: number;
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

/** Tells of a part of a text by its box whether it stands outside of what is seen. */
type IsOut = (part: Rect) => boolean;

/** Where the parts of one text are drawn. The range is moved over them. */
class DrawnText {
	readonly #node: Text;
	readonly #range: Range;

	constructor(node: Text, range: Range) {
		this.#node = node;
		this.#range = range;
	}

	/** The box of what stands between two places; null where nothing of that is drawn, such as white space at a line's end. */
	boxOf(start: number, end: number): Rect | null {
		const box = this.#between(start, end).getBoundingClientRect();
		return box.width === 0 && box.height === 0 ? null : box;
	}

	/** The lines between two places, from above. A line can be of several pieces, where its writing turns around. */
	linesOf(start: number, end: number): Rect[] {
		const lines: Rect[] = [];
		for (const { left, top, right, bottom } of this.#between(start, end).getClientRects()) {
			if (right === left) continue;
			const line = lines.at(-1);
			if (!line || bottom > line.bottom + LEAST_OF_LINE) lines.push({ left, top, right, bottom });
			else Object.assign(line, { left: Math.min(line.left, left), right: Math.max(line.right, right) });
		}
		return lines;
	}

	/** Where the line below another one begins, which is not before `from` and at most behind `end`. */
	startBelow(above: Rect, from: number, end: number): number {
		const isBelow = (at: number) =>
			(this.boxOf(from, at)?.bottom ?? Number.NEGATIVE_INFINITY) > above.bottom + LEAST_OF_LINE;
		return leastThat(from + 1, end + 1, (at) => at > end || isBelow(at)) - 1;
	}

	/** What is left between two places without the first characters and the last ones that are out of what is seen. */
	inside(start: number, end: number, isBefore: IsOut, isAfter: IsOut): readonly [number, number] {
		const isReached = (part: Rect | null, isOut: IsOut) => part !== null && !isOut(part);
		const first = leastThat(start + 1, end, (at) => isReached(this.boxOf(start, at), isBefore)) - 1;
		const last = leastThat(first + 1, end, (at) => at === end || !isReached(this.boxOf(at, end), isAfter));
		return [first, last];
	}

	#between(start: number, end: number): Range {
		this.#range.setStart(this.#node, start);
		this.#range.setEnd(this.#node, end);
		return this.#range;
	}
}

/**
 * What of a range in a text stands within an area: what an ellipsis, a clamp on its lines or the window's edge cuts off is
 * left out, to whole words, of each line. All of it where nothing is cut off, and where it is written from top to bottom.
 */
export function seenPart(node: Text, cut: Cut): string {
	const { range, box, within, style } = cut;
	const whole: Part = { start: range.startOffset, end: range.endOffset };
	const isCutAcross = box.top < within.top - SLACK || box.bottom > within.bottom + SLACK;
	const isCutBeside = box.left < within.left - SLACK || box.right > within.right + SLACK;
	if ((!isCutAcross && !isCutBeside) || style.writingMode.startsWith('vertical'))
		return node.data.slice(whole.start, whole.end);

	const drawn = new DrawnText(node, range);
	const part = isCutAcross ? betweenEdges(drawn, whole, within) : whole;
	return isCutBeside ? seenLines(node, drawn, { ...cut, part, whole }) : wholeWords(node.data, part, whole);
}

function betweenEdges(drawn: DrawnText, { start, end }: Part, within: Rect): Part {
	const isAbove: IsOut = ({ bottom }) => bottom <= within.top + SLACK;
	const isBelow: IsOut = ({ top }) => top >= within.bottom - SLACK;
	const [first, last] = drawn.inside(start, end, isAbove, isBelow);
	return { start: first, end: last };
}

/** What is seen of each line of a part, where lines are cut off at their sides. */
function seenLines(
	{ data }: Text,
	drawn: DrawnText,
	{
		part,
		whole,
		within,
		until,
		onLate,
	}: Pick<Cut, 'within' | 'until' | 'onLate'> & Record<'part' | 'whole', Part>,
): string {
	const { start, end } = part;
	/** Whatever way a line is written, it can begin on either side. */
	const isOut: IsOut = ({ left, right }) => right <= within.left + SLACK || left >= within.right - SLACK;
	const isBlank = (from: number, to: number) => data.slice(from, to).trim() === '';

	/** What is seen of a line. A line break in place of what is cut off keeps its words and those of the next one apart. */
	function seenOfLine(from: number, next: number): string {
		const line = drawn.boxOf(from, next);
		if (!line) return data.slice(from, next);
		if (isOut(line)) return '\n';
		const [first, last] = drawn.inside(from, next, isOut, isOut);
		const words = wholeWords(
			data,
			// A blank at an end is not drawn, and keeps words apart all the same.
			{ start: isBlank(from, first) ? from : first, end: isBlank(last, next) ? next : last },
			{ start: from === start ? whole.start : from, end: next === end ? whole.end : next },
		);
		return last < next && next < end ? `${words}\n` : words;
	}

	const lines = drawn.linesOf(start, end);
	const startOf = (at: number, from: number) => {
		const above = lines[at - 1];
		return above ? drawn.startBelow(above, from, end) : from;
	};
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
		seen += data.slice(taken, from) + seenOfLine(from, next);
		taken = next;
	}
	return seen + data.slice(taken, end);
}

/** What words are made of where they stand between blanks. Chinese, Japanese, Thai and their like have none between words. */
const OF_WORD =
	/[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** A part of a text without the words of which the rest is cut off, unless it is only one. What the whole cuts itself stays. */
function wholeWords(text: string, { start, end }: Part, whole: Part): string {
	const isOfWord = (at: number) => OF_WORD.test(text.charAt(at));
	let [from, to] = [start, end];
	if (start > whole.start && isOfWord(start - 1)) while (from < end && isOfWord(from)) from += 1;
	if (end < whole.end && isOfWord(end)) while (to > from && isOfWord(to - 1)) to -= 1;
	const words = text.slice(from, to);
	return words.trim() === ''
		? text.slice(start, end).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '')
		: words;
}
