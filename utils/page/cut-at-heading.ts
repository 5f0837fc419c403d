import { estimateTokens } from '../chat/estimate-tokens.ts';

/** Where a text may be cut, from the best kind of place to the worst: before a heading, between paragraphs and lines. */
const SEAMS = [/\n(?=#{1,6} )/g, /\n\n/g, /\n/g];
/** A cut at a heading that loses more than this of what would fit is not worth it. */
const LEAST_KEPT = 0.5;

/** How much of a text fits, in UTF-16 code units: tokens are not spread evenly, so it is looked for by halves. */
function roomFor(text: string, tokens: number): number {
	let fits = 0;
	let tooMuch = text.length + 1;
	while (tooMuch - fits > 1) {
		const middle = Math.floor((fits + tooMuch) / 2);
		if (estimateTokens(text.slice(0, middle)) <= tokens) fits = middle;
		else tooMuch = middle;
	}
	return fits;
}

/**
 * The beginning of a Markdown text that has at most so many tokens, up to the last heading that leaves most of what would
 * fit, else up to the last paragraph or line. Fences are closed.
 */
export function cutAtHeading(text: string, tokens: number): string {
	const room = roomFor(text, tokens);
	if (room === text.length) return text;
	const ends = SEAMS.map((seam) => [...text.slice(0, room).matchAll(seam)].at(-1)?.index ?? 0);
	const end = ends.find((at) => at >= room * LEAST_KEPT) ?? room;
	const kept = text.slice(0, end).trimEnd();
	const fences = kept.match(/^`{3,}/gm) ?? [];
	return fences.length % 2 === 1 ? `${kept}\n${fences.at(-1)}` : kept;
}
