// @vitest-environment happy-dom
import '../markdown/setup.ts';
import { describe, expect, it } from 'vitest';
import { CANARY } from '../../hostile/bait.ts';
import { corpus } from '../../hostile/corpus.ts';
import { FORBIDDEN } from '../../hostile/watch/inspect-window.ts';
import { readAtOnce, readStreamed, toHtml } from '../markdown/render.tsx';

const { together, unclosed } = corpus('http://127.0.0.1:9');
const attacks = [...together, ...unclosed];

/** The drawn text in a document of its own, which runs no script and loads nothing. */
function draw(text: string): Document {
	const html = toHtml(readAtOnce(text));
	return new DOMParser().parseFromString(`<article>${html}</article>`, 'text/html');
}

it('has two hundred texts and more, each of a name of its own', () => {
	const names = attacks.map(({ kind, name }) => `${kind}: ${name}`);
	expect(new Set(names).size).toBe(names.length);
	expect(names.length).toBeGreaterThan(200);
});

describe.each(attacks)('$kind: $name', ({ text }) => {
	it('makes nothing but text, and links that may be followed', () => {
		const { body } = draw(text);
		expect([...body.querySelectorAll(FORBIDDEN)].map((element) => element.outerHTML)).toEqual([]);
		for (const element of body.querySelectorAll('*')) {
			for (const { name } of element.attributes) expect(name).not.toMatch(/^on|^style$|^src/);
		}
		for (const link of body.querySelectorAll('a')) {
			expect(link.getAttribute('href')).toMatch(/^(?:https?:\/\/|mailto:)/);
			expect(link.getAttribute('rel')).toBe('noopener noreferrer');
		}
		expect(CANARY in window).toBe(false);
	});

	it('is drawn alike in pieces of any length and at once', () => {
		const whole = toHtml(readAtOnce(text));
		for (const length of text.length > 1000 ? [64] : [1, 7, 64]) {
			const pieces = text.match(new RegExp(`[^]{1,${length}}`, 'g')) ?? [];
			expect(toHtml(readStreamed(pieces))).toBe(whole);
		}
	});
});
