/** A span ends at the first line end past this many UTF-16 code units… */
const SPAN_LENGTH = 2048;
/** …or here, when the line has no end. */
const LONGEST_SPAN = 8192;

/**
 * Appends `text` to spans that are never touched again once they are full, so that a growing block of code costs
 * what is new. Where the cuts fall depends on the whole text alone, never on the pieces it came in.
 */
export function extendSpans(spans: readonly string[], text: string): readonly string[] {
	if (text === '') return spans;
	const last = spans.at(-1);
	const isLastOpen = last !== undefined && !isFull(last);
	const extended = isLastOpen ? spans.slice(0, -1) : spans.slice();
	let rest = isLastOpen ? last + text : text;
	while (rest !== '') {
		const length = spanLength(rest);
		extended.push(rest.slice(0, length));
		rest = rest.slice(length);
	}
	return extended;
}

function isFull(span: string): boolean {
	return span.length >= SPAN_LENGTH && (span.endsWith('\n') || span.length >= LONGEST_SPAN - 1);
}

function spanLength(text: string): number {
	// No further than a span can reach: a line may have no end for megabytes.
	const lineEnd = text.slice(SPAN_LENGTH - 1, LONGEST_SPAN).indexOf('\n');
	if (lineEnd >= 0) return lineEnd + SPAN_LENGTH;
	if (text.length <= LONGEST_SPAN) return text.length;
	return isHighSurrogate(text.charCodeAt(LONGEST_SPAN - 1)) ? LONGEST_SPAN - 1 : LONGEST_SPAN;
}

function isHighSurrogate(codeUnit: number): boolean {
	return codeUnit >= 0xd800 && codeUnit <= 0xdbff;
}
