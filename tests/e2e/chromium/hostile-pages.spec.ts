import { resolve } from 'node:path';
import { hidden } from '../../hostile/pages/hidden.ts';
import { pageWith, SECRET, SEEN, SHOWN } from '../../hostile/pages/page.ts';
import { seen } from '../../hostile/pages/seen.ts';
import { tampering } from '../../hostile/pages/tampering.ts';
import { takePage } from '../../hostile/take-page.ts';
import { takeTampering } from '../../hostile/take-tampering.ts';
import { expect, test } from '../harness/chromium.ts';
import { withHostAccess } from '../harness/with-host-access.ts';

const OUTPUT = resolve(import.meta.dirname, '../../../.output/hostile-pages');

/** All that a page can see of itself: its source, what its fields hold, and what its scripts could reach. Runs in the page. */
function lookAround() {
	const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea, select')];
	return {
		source: document.documentElement.outerHTML,
		values: fields.map(({ value }) => value),
		names: [
			...Object.getOwnPropertyNames(globalThis),
			...Object.getOwnPropertySymbols(globalThis).map(String),
		],
		focus: document.activeElement?.tagName,
	};
}

test.beforeAll(() => withHostAccess(OUTPUT));
test.use({ extensionOutput: OUTPUT });

test('case 204: of each hostile page what a reader sees is taken, and nothing else', async ({
	extension,
	server,
}) => {
	const page = await extension.context.newPage();
	let html = '';
	const requests: string[] = [];
	await page.route('**/*', (route) => {
		requests.push(route.request().url());
		return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
	});
	const worker = await extension.worker();

	async function open(body: string): Promise<void> {
		html = pageWith(body);
		await page.goto('http://hostile.test/');
	}

	const take = () => worker.evaluate(takePage, page.url());

	const found: string[] = [];
	for (const [name, body] of Object.entries(hidden)) {
		await open(body);
		const before = await page.evaluate(lookAround);
		requests.length = 0;
		const { html: taken } = await take();
		const after = await page.evaluate(lookAround);
		if (requests.length > 0 || JSON.stringify(after) !== JSON.stringify(before))
			found.push(`${name}: the page was changed, or asked for something`);
		if (!taken.includes(SHOWN)) found.push(`${name}: what is seen is not there`);
		if (taken.includes(SECRET)) found.push(`${name}: what is hidden is there`);
	}
	for (const [name, body] of Object.entries(seen)) {
		await open(body);
		const { html: taken } = await take();
		if (!taken.includes(SEEN)) found.push(`${name}: what is seen is not there`);
	}
	expect(found).toEqual([]);

	const ofTampering = await takeTampering(async (body) => {
		await open(body);
		return await take();
	});
	expect(ofTampering).toEqual([]);
	expect(server.requests).toEqual([]);
	expect(Object.keys({ ...hidden, ...tampering }).length).toBeGreaterThanOrEqual(60);
});
