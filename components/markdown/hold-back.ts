/** What a last line may become a marker with: an underline of a heading, a bullet, a fence, a number of a list. */
const MARKER = /^[ \t>]*(?:[-=*+_~`#|]{1,12}|\d{1,9}[.)]?)[ \t]*$/;

/**
 * How much of a growing text can be shown without guessing: a line that so far is nothing but a marker waits for
 * what follows. `text\n-` would be a heading for a moment, before it is a list.
 */
export function shownLength(text: string): number {
	const lineStart = text.lastIndexOf('\n') + 1;
	if (lineStart === 0 || text.length - lineStart > 40) return text.length;
	return MARKER.test(text.slice(lineStart)) ? lineStart : text.length;
}
