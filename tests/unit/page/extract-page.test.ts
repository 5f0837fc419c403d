// @vitest-environment happy-dom
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';
import { describe, expect, it } from 'vitest';
import { extractAll, extractMain } from '../../../utils/page/extract/extract-page.ts';
import { allPages } from './pages/all-pages.ts';
import { wordF1 } from './pages/score.ts';
import { parsePage } from './parse-page.ts';

const readme = await readFile(resolve(import.meta.dirname, '../../../README.md'), 'utf8');

/** The others give a page's heading apart from its text. */
const ways = {
	Lockchat: (html: string) => extractMain(parsePage(html)).text,
	Readability(html: string) {
		const article = new Readability(parsePage(html)).parse();
		return `${article?.title} ${article?.textContent}`;
	},
	defuddle(html: string) {
		const { title, content } = new Defuddle(parsePage(html), { url: 'https://a.test/' }).parse();
		return `${title} ${extractAll(parsePage(content)).text}`;
	},
	'All of the page': (html: string) => extractAll(parsePage(html)).text,
};

const pages = allPages();
const scores = Object.entries(ways).map(([way, read]) => {
	const each = pages.map(({ name, html, main }) => ({ name, score: wordF1(read(html), main) }));
	return { way, each, mean: each.reduce((sum, { score }) => sum + score, 0) / each.length };
});
const [ours] = scores;

describe('the main text of thirty pages, scored by words against what a person would copy', () => {
	it('is found on each of them', () => {
		expect(pages).toHaveLength(30);
		expect(ours?.each.filter(({ score }) => score < 0.9)).toEqual([]);
	});

	it('is found better than by the others', () => {
		for (const { mean } of scores.slice(1)) expect(ours?.mean).toBeGreaterThan(mean);
	});

	it.each(scores)('has the scores that README.md tells of: $way', ({ way, each, mean }) => {
		const worst = Math.min(...each.map(({ score }) => score));
		const row = new RegExp(`\\| ${way} +\\| ${mean.toFixed(3)} +\\| ${worst.toFixed(3)} +\\|`);
		expect(readme).toMatch(row);
	});

	it('tells how much of the page it is', () => {
		for (const { html } of pages) {
			const { share } = extractMain(parsePage(html));
			expect(share).toBeGreaterThan(0.4);
			expect(share).toBeLessThan(1);
		}
		expect(extractMain(parsePage('<p>Only this.')).share).toBe(1);
		const unseen = '<!-- 67 --><template>890</template>';
		expect(extractMain(parsePage(`<main><p>12345${unseen}</main>`), { length: 10 }).share).toBe(0.5);
	});
});

describe('a short page', () => {
	it('goes without its menu, and begins with its heading', () => {
		const html = '<nav><a href="https://a.test/">Home</a></nav><main><h1>Doors</h1><p>They close.</p></main>';
		expect(extractMain(parsePage(html)).text).toBe('# Doors\n\nThey close.');
	});
});

describe('a page that is no page', () => {
	it.each(['', '<frameset></frameset>', 'just words', '<main></main><main></main>', '<h1></h1>'])(
		'%j does no harm',
		(html) => {
			expect(extractMain(parsePage(html)).share).toBeLessThanOrEqual(1);
		},
	);
});
