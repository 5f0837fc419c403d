import { once } from 'node:events';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { hidden } from '../../hostile/pages/hidden.ts';
import { pageWith, SECRET, SEEN, SHOWN } from '../../hostile/pages/page.ts';
import { seen } from '../../hostile/pages/seen.ts';
import { takePage } from '../../hostile/take-page.ts';
import { takeTampering } from '../../hostile/take-tampering.ts';
import { expect, test } from '../harness/firefox.ts';
import { withHostAccess } from '../harness/with-host-access.ts';

const OUTPUT = resolve(import.meta.dirname, '../../../.output/hostile-pages-in-firefox');
test.beforeAll(() => withHostAccess(OUTPUT, [], 'firefox'));
test.use({ extensionOutput: OUTPUT });

test('case 204: in Firefox, too, of each page what a reader sees is taken, and nothing else', async ({
	extension,
}) => {
	test.setTimeout(300_000);
	let html = '';
	const server = createServer((_, response) => {
		response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
	try {
		const options = await extension.open('options.html');
		const page = await extension.browser.newPage();
		const take = async (body: string) => {
			html = pageWith(body);
			await page.goto(url);
			return await options.evaluate(takePage, url);
		};
		const found: string[] = [];
		for (const [name, body] of Object.entries(hidden)) {
			const { html: taken } = await take(body);
			if (!taken.includes(SHOWN)) found.push(`${name}: what is seen is not there`);
			if (taken.includes(SECRET)) found.push(`${name}: what is hidden is there`);
		}
		for (const [name, body] of Object.entries(seen))
			if (!(await take(body)).html.includes(SEEN)) found.push(`${name}: what is seen is not there`);
		expect(found).toEqual([]);
		const formula = await take('<p>It is <math><msup><mi>r</mi><mn>2</mn></msup></math>.</p>');
		expect(formula.html).toMatch(/It is <span>(?:<span>)+r(?:<\/span>)+<sup>2<\/sup>/);
		// Firefox takes more than half a minute to lay the table out, and does not draw what stands in so many elements.
		const browser = { hangs: ['a table without end'], undrawn: ['thousands of elements in each other'] };
		expect(await takeTampering(take, browser)).toEqual([]);
	} finally {
		server.closeAllConnections();
		server.close();
	}
});
