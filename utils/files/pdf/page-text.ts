import { cleanText } from '../../page/collect/clean-text.ts';

/** A run of letters as pdf.js tells it, in the page's units (1/72 inch), from the lower left corner. */
interface Run {
	str: string;
	/** The last two are where its first letter stands. */
	transform: number[];
	width: number;
	/** The size of its letters. */
	height: number;
	/** Whether its line ends with it. */
	hasEOL: boolean;
}

/** The corners of what is shown of a page: left, bottom, right, top. */
type View = readonly number[];

/** Smaller letters are read by nobody. */
const LEAST_HEIGHT = 1;
/** Lines that stand further apart than this, in heights of their letters, belong to different paragraphs. */
const PARAGRAPH_GAP = 1.8;

const isRun = (item: object): item is Run => 'str' in item && 'transform' in item;

function isSeen(
	{ transform, width, height }: Run,
	[left = 0, bottom = 0, right = 0, top = 0]: View,
): boolean {
	const [, , , , x = 0, y = 0] = transform;
	if (height > 0 && height < LEAST_HEIGHT) return false;
	// A line that is turned may begin outside, and be no wider than it is high.
	const room = Math.max(width, height);
	return x + room > left && x - room < right && y + room > bottom && y - room < top;
}

/**
 * The text of a page, a line for each of its lines, and an empty one between paragraphs. Letters that stand outside of
 * the page or are too small to be read are left out, and characters that show nothing. What is drawn invisible stays: that
 * is how the text of a scanned page is kept.
 *
 * @param items as `getTextContent` of pdf.js tells them; marks of its structure among them
 */
export function textOfPage(items: readonly object[], view: View): string {
	let text = '';
	/** Where the line before this one stands; null before the first one. */
	let before: { y: number; height: number } | null = null;
	let isLineStart = true;
	for (const item of items) {
		if (!isRun(item) || !isSeen(item, view)) continue;
		if (isLineStart && item.str.trim() !== '') {
			const y = item.transform[5] ?? 0;
			const gap = before === null ? 0 : Math.abs(before.y - y);
			if (before && gap > Math.max(before.height, item.height) * PARAGRAPH_GAP) text += '\n';
			before = { y, height: item.height };
			isLineStart = false;
		}
		text += item.str;
		if (!item.hasEOL) continue;
		text += '\n';
		isLineStart = true;
	}
	return cleanText(text)
		.replace(/[^\S\n]+$/gm, '')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
}
