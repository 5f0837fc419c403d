import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { composerTime, gzippedBytes, recordLoads, watchForComposer } from '../../bench/loaded-files.mjs';
import { expect, test } from '../harness/chromium.ts';
import { extensionDir } from '../harness/extension-dir.ts';
import { chatOn } from './chat-page.ts';

/** The budgets, in bytes of gzipped files. */
const BUDGET = { beforeComposer: 120_000, firstAnswer: 180_000, css: 15_000, background: 60_000 };

/** How many files of scripts a window may load before its composer takes keys: each takes its milliseconds. */
const MOST_FILES = 6;

const HEAVY = [
	'history-dialog',
	'history-content',
	'model-dialog',
	'delete-dialog',
	'render-math',
	'highlight',
];

for (const name of ['popup.html', 'sidepanel.html'] as const) {
	test(`${name} takes keys, and shows a first answer, within its weight`, async ({
		extension,
		endpoint,
		server,
	}) => {
		const model = server.script(`light-${name}`, [{ token: 'A **light** answer.' }, { done: true }]);
		await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
		const page = await extension.context.newPage();
		const loads = await recordLoads(page);
		await page.addInitScript(watchForComposer);
		await page.goto(`chrome-extension://${extension.id}/${name}`);
		const { at } = await composerTime(page);
		const { ask, answers } = chatOn(page);
		await ask('Hi?');
		await expect(answers.locator('strong')).toHaveText('light');

		const dir = extensionDir('chrome');
		const first = loads.filter((load) => load.at < at);
		expect(first.filter(({ url }) => url.endsWith('.js')).length).toBeLessThanOrEqual(MOST_FILES);
		const before = await gzippedBytes(dir, first);
		expect(before.js).toBeGreaterThan(50_000);
		expect(before.js).toBeLessThanOrEqual(BUDGET.beforeComposer);
		const whole = await gzippedBytes(dir, loads);
		expect(whole.js).toBeGreaterThan(before.js);
		expect(whole.js).toBeLessThanOrEqual(BUDGET.firstAnswer);
		expect(whole.css).toBeLessThanOrEqual(BUDGET.css);
		expect(whole.font).toBe(0);
		for (const part of HEAVY)
			expect(loads.map(({ url }) => url).filter((url) => url.includes(part))).toEqual([]);
	});
}

test('the background is within its weight', async () => {
	const script = await readFile(`${extensionDir('chrome')}/background.js`);
	expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(BUDGET.background);
});

test('case 279: what stands in a page before text is selected there is within its weight', async () => {
	const script = await readFile(`${extensionDir('chrome')}/bar-watch.js`);
	expect(script.length).toBeLessThanOrEqual(5_000);
});
