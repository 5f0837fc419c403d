import remend from 'remend';

/** How far back from its end a text is searched, in UTF-16 code units: only the end can be half-written. */
const REACH = 4096;

/**
 * Closes what a text that still grows has opened at its end: `**bold` reads as `**bold**`, `[text](htt` as `text`.
 *
 * remend's other repairs are off. They change the middle of a text (`20~25`, `- > 3`), guard against block syntax that
 * is not in these texts, or hide what we draw (HTML is shown as text, math as its source until it is complete).
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
