import type { Tokens } from 'marked';
import type { Block, CodeBlock } from './blocks.ts';
import { decodeReferences } from './decode-references.ts';

/** A block of code; the previous object, if it holds the same. The code ends in one line end, unless it is empty. */
export function readCode(token: Tokens.Code, previous: Block | undefined, isSettled: boolean): CodeBlock {
	const text = token.text === '' ? '' : `${token.text.replace(/\n$/, '')}\n`;
	const block: CodeBlock = {
		type: 'code',
		raw: token.raw,
		isProvisional: !isSettled,
		language: readLanguage(token),
		spans: extendSpans([], text),
		isSettled,
	};
	return previous?.type === 'code' && isSame(previous, block) ? previous : block;
}

/** The first word of a fence's info string. */
export function readLanguage(token: Tokens.Code): string {
	return decodeReferences(/^\S*/.exec(token.lang ?? '')?.[0] ?? '');
}

function isSame(left: CodeBlock, right: CodeBlock): boolean {
	return (
		left.language === right.language &&
		left.isSettled === right.isSettled &&
		left.spans.length === right.spans.length &&
		left.spans.every((span, index) => span === right.spans[index])
	);
}

/** A span ends at the first line end behind this many UTF-16 code units… */
const SPAN_LENGTH = 2048;
/** …or after this many, when the line does not end. */
const LONGEST_SPAN = 8192;

/**
 * Appends `text` to spans. A full span is never touched again, so a growing block of code costs only what is new. The
 * same text is always cut at the same places, whatever pieces it came in.
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
	// The search ends where a span must end: a line may have no end for megabytes.
	const lineEnd = text.slice(SPAN_LENGTH - 1, LONGEST_SPAN).indexOf('\n');
	if (lineEnd >= 0) return lineEnd + SPAN_LENGTH;
	if (text.length <= LONGEST_SPAN) return text.length;
	return isHighSurrogate(text.charCodeAt(LONGEST_SPAN - 1)) ? LONGEST_SPAN - 1 : LONGEST_SPAN;
}

function isHighSurrogate(codeUnit: number): boolean {
	return codeUnit >= 0xd800 && codeUnit <= 0xdbff;
}
