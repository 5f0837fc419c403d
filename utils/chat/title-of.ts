import { textOf } from './parts.ts';
import type { Message, Part } from './schema.ts';

const MAX_LENGTH = 60;
const ELLIPSIS = '…';
/**
 * How much of a line is looked at, in UTF-16 code units. Cutting a text into words costs time and memory by its
 * length, and a pasted line can have millions of characters.
 */
const LOOKED_AT = 4 * MAX_LENGTH;

/**
 * A chat's title: the first line of its first question or, where nothing was typed, of the text quoted, or a picture's name. White space is
 * collapsed; a longer line is cut between words to 60 UTF-16 code units with its ellipsis. Empty when there is no text.
 */
export function titleOf({ parts }: Pick<Message, 'parts'>): string {
	const texts = [textOf(parts), ...parts.map(attachedText)];
	const line = texts.map(firstLineOf).find((first) => first !== '') ?? '';
	if (line.length <= MAX_LENGTH) return line;
	const room = MAX_LENGTH - ELLIPSIS.length;
	const start = line.slice(0, LOOKED_AT);
	const cut = upTo(room, start, 'word') || upTo(room, start, 'grapheme') || upTo(room, start);
	return cut.trimEnd() + ELLIPSIS;
}

function attachedText(part: Part): string {
	if (part.type === 'image') return part.name ?? '';
	return part.type === 'quote' || part.type === 'page' || part.type === 'file' ? part.text : '';
}

function firstLineOf(text: string): string {
	const line = text.split(/[\r\n\u2028\u2029]/).find((candidate) => candidate.trim() !== '') ?? '';
	return line.trim().replace(/\s+/g, ' ');
}

/**
 * As many whole segments of `line` as fit into `room`; code points when no granularity is given; '' if the first does
 * not fit.
 */
function upTo(room: number, line: string, granularity?: 'word' | 'grapheme'): string {
	const segments = granularity
		? Array.from(new Intl.Segmenter(undefined, { granularity }).segment(line), ({ segment }) => segment)
		: [...line];
	let cut = '';
	for (const segment of segments) {
		if (cut.length + segment.length > room) break;
		cut += segment;
	}
	return cut;
}
