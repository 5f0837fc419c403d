import { resolve } from 'node:path';
import { hidden } from '../../hostile/pages/hidden.ts';
import { pageWith, SECRET, SHOWN } from '../../hostile/pages/page.ts';
import { SEEN, seen } from '../../hostile/pages/seen.ts';
import { tampering } from '../../hostile/pages/tampering.ts';
import { expect, test } from '../harness/chromium.ts';
import type { ExtensionApi } from '../harness/extension-api.ts';
import { withHostAccess } from '../harness/with-host-access.ts';

declare const chrome: ExtensionApi;

const OUTPUT = resolve(import.meta.dirname, '../../../.output/hostile-pages');

test.beforeAll(() => withHostAccess(OUTPUT));
test.use({ extensionOutput: OUTPUT });

test('case 204: of each hostile page what a reader sees is taken, and nothing else', async ({
	extension,
}) => {
	const page = await extension.context.newPage();
	let html = '';
	await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
	const worker = await extension.worker();

	async function take(body: string) {
		html = pageWith(body);
		await page.goto('http://hostile.test/');
		return worker.evaluate(async () => {
			const [tab] = await chrome.tabs.query({ active: true });
			const target = { tabId: tab?.id ?? 0 };
			await chrome.scripting.executeScript({ target, files: ['/collect-page.js'] });
			const [injected] = await chrome.scripting.executeScript({
				target,
				func: () => {
					const began = performance.now();
					const taken = Reflect.get(globalThis, Symbol.for('lockchat.collect'))('page');
					const ms = performance.now() - began;
					for (let place = 1; place < taken.pieces; place += 1)
						taken.html += Reflect.get(globalThis, Symbol.for('lockchat.piece'))(taken.id, place);
					return { ...taken, ms };
				},
			});
			return injected?.result as { html: string; title: string; taken: number; shown: number; ms: number };
		});
	}

	const found: string[] = [];
	for (const [name, body] of Object.entries(hidden)) {
		const { html: taken } = await take(body);
		if (!taken.includes(SHOWN)) found.push(`${name}: what is seen is not there`);
		if (taken.includes(SECRET)) found.push(`${name}: what is hidden is there`);
	}
	for (const [name, body] of Object.entries(seen)) {
		const { html: taken } = await take(body);
		if (!taken.includes(SEEN)) found.push(`${name}: what is seen is not there`);
	}
	expect(found).toEqual([]);

	const alsoSeen: Record<string, string> = {
		'fields that pose as properties of their form': 'In the form.',
		'thousands of elements in each other': 'The innermost words.',
	};
	for (const [name, body] of Object.entries(tampering)) {
		const { html: taken, shown, taken: count } = await take(body);
		const expected = name === 'a document without a body' ? '' : SHOWN;
		if (!taken.includes(expected) || !taken.includes(alsoSeen[name] ?? ''))
			found.push(`${name}: what is seen is not there`);
		if (taken.includes(SECRET)) found.push(`${name}: what is hidden is there`);
		// What is left out for its length is told.
		if (count > 1_100_000 || (name === 'five million characters' && shown < 3_900_000))
			found.push(`${name}: not bounded`);
	}
	expect(found).toEqual([]);
	expect(Object.keys({ ...hidden, ...tampering }).length).toBeGreaterThanOrEqual(60);
});
