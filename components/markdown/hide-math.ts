import type { Inline } from './blocks.ts';
import { findMath, type MathSpan } from './find-math.ts';

/** Two private-use characters around a number: letters to the lexer, so nothing in a formula can be emphasis. */
const HIDDEN = /\uE000(\d+)\uE001/g;

/** A text whose formulas the lexer cannot see, and the way to get them back. */
export interface HiddenMath {
	text: string;
	hasMath: boolean;
	/** As it was written: for code and addresses, where a formula is none. */
	restore(text: string): string;
	/** Text and formulas in their order. */
	split(text: string, isSettled: boolean): Inline[];
}

const NOTHING: Omit<HiddenMath, 'text'> = {
	hasMath: false,
	restore: (text) => text,
	split: (text) => [text],
};

export function hideMath(text: string): HiddenMath {
	// A text that holds our own marks could pose as a formula.
	const spans = /[$]|\\[([]/.test(text) && !text.includes('\uE000') ? findMath(text) : [];
	if (spans.length === 0) return { ...NOTHING, text };
	const source = (span: MathSpan | undefined) => (span ? text.slice(span.start, span.end) : '');

	return {
		text: hide(text, spans),
		hasMath: true,
		restore: (part) => part.replace(HIDDEN, (_, index: string) => source(spans[Number(index)])),
		split(part, isSettled) {
			const inlines: Inline[] = [];
			let end = 0;
			for (const match of part.matchAll(HIDDEN)) {
				const span = spans[Number(match[1])];
				if (!span) continue;
				if (match.index > end) inlines.push(part.slice(end, match.index));
				const { tex, isDisplay } = span;
				inlines.push({ type: 'math', tex, source: source(span), isDisplay, isSettled });
				end = match.index + match[0].length;
			}
			if (end < part.length) inlines.push(part.slice(end));
			return inlines;
		},
	};
}

function hide(text: string, spans: readonly MathSpan[]): string {
	let hidden = '';
	let end = 0;
	spans.forEach((span, index) => {
		hidden += `${text.slice(end, span.start)}\uE000${index}\uE001`;
		end = span.end;
	});
	return hidden + text.slice(end);
}
