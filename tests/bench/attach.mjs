// @ts-check
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXTENSION_DIR, launchExtension } from './extension.mjs';
import { spread } from './statistics.mjs';

/** @import { CDPSession, Page } from '@playwright/test' */
/** @import { Bench } from './types.ts' */

/**
 * A copy of the build that may read every site, as a user gives it in the browser's prompt: a headless browser shows no
 * prompt. Nothing else is changed.
 */
async function copyWithAccess() {
	const dir = await mkdtemp(join(tmpdir(), 'lockchat-bench-'));
	await cp(EXTENSION_DIR, dir, { recursive: true });
	const path = join(dir, 'manifest.json');
	const manifest = JSON.parse(await readFile(path, 'utf8'));
	await writeFile(path, JSON.stringify({ ...manifest, host_permissions: ['<all_urls>'] }));
	return dir;
}

/** Sections of paragraphs, lists, tables and code, until there are so many characters of text. @param {number} length */
function longPage(length) {
	const sections = [];
	for (let number = 1, size = 0; size < length; number += 1) {
		const words =
			`Section ${number} tells of windows, ports and streams, and of what a reader keeps of them. `.repeat(
				20,
			);
		sections.push(
			`<h2>Section ${number}</h2><p>${words}</p><ul><li>One of ${number}</li><li>Two, <a href="/${number}">linked</a></li></ul>` +
				`<table><tr><th>Name</th><th>Value</th></tr><tr><td>n</td><td>${number}</td></tr></table><pre><code>open(${number});</code></pre>`,
		);
		size += words.length + 60;
	}
	return `<!doctype html><html lang="en"><title>A long page</title><main><h1>Long</h1>${sections.join('')}</main>`;
}

/** Notes when the item is clicked, and when the chip has been drawn. Runs in the page. */
function watchAttaching() {
	window.attachedAt = { click: Number.NaN, chip: Number.NaN };
	window.addEventListener(
		'click',
		() => {
			window.attachedAt.click = performance.now();
		},
		true,
	);
	const observer = new MutationObserver(() => {
		if (!document.querySelector('form')?.textContent?.includes('A long page')) return;
		observer.disconnect();
		// It is drawn in the next frame, and seen at the end of it.
		requestAnimationFrame(() =>
			setTimeout(() => {
				window.attachedAt.chip = performance.now();
			}),
		);
	});
	observer.observe(document.body, { childList: true, subtree: true, characterData: true });
}

/**
 * Whether the draft is stored without the page: that takes its time, and nobody attaches a page again so soon. Runs in
 * the page.
 */
async function isDraftForgotten() {
	return JSON.stringify(await chrome.storage.session.get()).length < 100_000;
}

/** Attaches the page beside the panel, and leaves it out again. @param {Page} panel */
async function attachOnce(panel) {
	await panel.getByRole('button', { name: 'Attach' }).click();
	const item = panel.getByRole('menuitem', { name: 'This page' });
	await item.waitFor();
	await panel.evaluate(watchAttaching);
	await item.click();
	await panel.waitForFunction(() => !Number.isNaN(window.attachedAt.chip));
	const { click, chip } = await panel.evaluate(() => window.attachedAt);
	await panel.getByRole('button', { name: 'Remove the page' }).click();
	await panel.waitForFunction(isDraftForgotten);
	return chip - click;
}

/**
 * Opens a long page and a panel beside it, in a browser of its own, and has something measured there.
 * @template T
 * @param {Bench} bench @param {number} length of the page's text
 * @param {(pages: { site: Page, panel: Page }) => Promise<T>} measure
 */
async function besidePage({ server }, length, measure) {
	const dir = await copyWithAccess();
	const extension = await launchExtension(server.url, ['bench'], dir);
	try {
		const site = await extension.context.newPage();
		const body = longPage(length);
		await site.route('**/*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
		await site.goto('http://long.test/');
		return await measure({ site, panel: await extension.open('sidepanel.html') });
	} finally {
		await extension.close();
		await rm(dir, { recursive: true, force: true });
	}
}

/**
 * Measures the time from the click on “This page” until the page's chip is seen. The first one also loads the code.
 * @param {Bench} bench @param {{ rounds: number, length: number }} size
 */
export function measureAttaching(bench, { rounds, length }) {
	return besidePage(bench, length, async ({ panel }) => {
		const first = await attachOnce(panel);
		const times = [];
		for (let round = 0; round < rounds; round += 1) times.push(await attachOnce(panel));
		return { first, times: spread(times), characters: length };
	});
}

/** The heaps of a page's scripts and of its document, in bytes. @param {CDPSession} session */
async function heapsOf(session) {
	const {
		usedSize,
		embedderHeapUsedSize = 0,
		backingStorageSize = 0,
	} = await session.send('Runtime.getHeapUsage');
	return usedSize + embedderHeapUsedSize + backingStorageSize;
}

/**
 * Looks at a page's heaps, once they are rid of all that is not used, until something is done.
 * @param {Page} page
 * @returns {Promise<(done: Promise<unknown>) => Promise<number>>} how much larger they were than before, at most, in bytes.
 *   What waits to be collected counts, too
 */
async function watchHeaps(page) {
	const session = await page.context().newCDPSession(page);
	await session.send('HeapProfiler.collectGarbage');
	const before = await heapsOf(session);
	return async (done) => {
		let isDone = false;
		const end = done.finally(() => {
			isDone = true;
		});
		let peak = before;
		while (!isDone) {
			peak = Math.max(peak, await heapsOf(session));
			await page.waitForTimeout(10);
		}
		await end;
		await session.detach();
		return peak - before;
	};
}

/**
 * Measures the first click on “This page” beside a huge page: its time, and the heaps of the page and of the panel together,
 * at the most beyond before.
 * @param {Bench} bench @param {{ length: number }} size
 */
export function measureHugePage(bench, { length }) {
	return besidePage(bench, length, async ({ site, panel }) => {
		const watches = [await watchHeaps(site), await watchHeaps(panel)];
		const attaching = attachOnce(panel);
		const growths = await Promise.all(watches.map((watch) => watch(attaching)));
		const growth = growths.reduce((sum, one) => sum + one, 0);
		return { took: await attaching, growth, growths, characters: length };
	});
}
