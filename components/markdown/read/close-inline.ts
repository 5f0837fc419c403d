import remend from 'remend';

/** Only the end of a text can be half-written; a long one is searched no further. */
const REACH = 4096;

/**
 * Closes what a text that still grows has opened at its end: `**bold` reads as `**bold**`, `[text](htt` as `text`.
 *
 * remend's other repairs are off: they change the middle of a text (`20~25`, `- > 3`), guard against block syntax
 * that is not in here, or hide what we draw (HTML stands as text, math as its source until it is complete).
 */
export function closeInline(text: string): string {
	const start = text.length > REACH ? text.length - REACH : 0;
	return (
		text.slice(0, start) +
		remend(text.slice(start), {
			linkMode: 'text-only',
			comparisonOperators: false,
			htmlTags: false,
			inlineKatex: false,
			katex: false,
			setextHeadings: false,
			singleTilde: false,
		})
	);
}
