// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { WrittenAhead } from '../../../utils/page/extract/ahead.ts';
import { extractAll, extractMain } from '../../../utils/page/extract/extract-page.ts';
import { allPages } from './pages/all-pages.ts';
import { NEWER_PANEL, OLDER_PANEL, videoPage } from './pages/video.ts';
import { parsePage } from './parse-page.ts';

const MANY = 1_000_000;

/** A document that gets its nodes one after the other, as from a parser that gets its text so. */
function grown(html: string, onNode: (document: Document) => void): Document {
	const document = parsePage('');
	function copy(from: Node, to: Node): void {
		for (const child of from.childNodes) {
			const own = to.appendChild(child.cloneNode(false));
			onNode(document);
			copy(child, own);
		}
	}
	copy(parsePage(html).body, document.body);
	return document;
}

/** What is written of a page at its end, and ahead of it each `each` nodes. */
function bothOf(html: string, extract: typeof extractAll, each: number, length = MANY) {
	const ahead = new WrittenAhead();
	let nodes = 0;
	const document = grown(html, (coming) => {
		nodes += 1;
		if (nodes % each === 0) ahead.hear(coming, length);
	});
	const written = extract(document, ahead.writer);
	return { written, plain: extract(grown(html, () => undefined)) };
}

const main: typeof extractAll = (document, writer) => extractMain(document, writer ? { writer } : {});
const pages = [
	...allPages(),
	{ name: 'a video', html: videoPage(NEWER_PANEL) },
	{ name: 'a video with the older panel', html: videoPage(OLDER_PANEL) },
];

describe('a long page that is written as Markdown while it is still coming', () => {
	it.each(pages)('reads as one that is written at its end: $name', ({ html }) => {
		for (const extract of [extractAll, main]) {
			for (const each of [1, 7, 40]) {
				const { written, plain } = bothOf(html, extract, each);
				expect(written).toEqual(plain);
			}
		}
	});

	it('is written ahead but for what stands last, and for what may be taken out', () => {
		const ahead = new WrittenAhead();
		const document = parsePage('<main><p>One</p><div><p>Two</p><nav>Ways</nav></div><p>Three</p></main>');
		ahead.hear(document, MANY);
		for (const text of document.querySelectorAll('p, nav')) text.textContent = 'changed';
		expect(extractAll(document, ahead.writer).text).toBe('One\n\nTwo\n\nchanged\n\nchanged');
	});

	it('is not written ahead as long as it may be an article', () => {
		const ahead = new WrittenAhead();
		const document = parsePage('<main><p>One</p><p>Two</p></main>');
		ahead.hear(document, 500_000);
		for (const text of document.querySelectorAll('p')) text.textContent = 'changed';
		expect(extractAll(document, ahead.writer).text).toBe('changed\n\nchanged');
	});

	it('is not written ahead before a table, where parsers put what stands wrongly in it', () => {
		const ahead = new WrittenAhead();
		const document = parsePage('<p>One</p><div>In the </div><table><tr><td>1</td><td>2</td></tr></table>');
		ahead.hear(document, MANY);
		document.querySelector('div')?.append('table');
		ahead.hear(document, MANY);
		expect(extractAll(document, ahead.writer).text).toContain('One\n\nIn the table\n\n|');
	});
});
