// @ts-check
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { EXTENSION_DIR } from './extension.mjs';
import { median, spread } from './statistics.mjs';

/** @import { Bench } from './run.mjs' */

/** Notes when the first textarea stands in the page: milliseconds from the start of the navigation. */
function watchForComposer() {
	new MutationObserver((_, observer) => {
		if (!document.querySelector('textarea')) return;
		window.composerAt = performance.now();
		observer.disconnect();
	}).observe(document, { childList: true, subtree: true });
}

/** @param {Bench} bench */
async function openBare({ extension, reactPageUrl }) {
	const page = await extension.context.newPage();
	await page.addInitScript(watchForComposer);
	await page.goto(reactPageUrl);
	await page.waitForFunction(() => window.composerAt !== undefined);
	return { page, at: await page.evaluate(() => window.composerAt) };
}

/** @param {Bench} bench @param {string} path */
async function openOnce({ extension }, path) {
	const page = await extension.context.newPage();
	const session = await extension.context.newCDPSession(page);
	await session.send('Network.enable');
	/** @type {{ url: string, at: number }[]} */
	const requests = [];
	session.on('Network.requestWillBeSent', ({ request, wallTime }) => {
		requests.push({ url: request.url, at: wallTime * 1000 });
	});
	await page.addInitScript(watchForComposer);
	await page.goto(`${extension.origin}/${path}`);
	await page.waitForFunction(() => window.composerAt !== undefined);
	const { at, since } = await page.evaluate(() => ({ at: window.composerAt, since: performance.timeOrigin }));
	const urls = requests.filter((request) => request.at < since + at).map((request) => request.url);
	return { page, at, firstLoad: await gzippedBytes(urls) };
}

/**
 * Of the extension's own files, gzipped.
 * @param {readonly string[]} urls
 */
async function gzippedBytes(urls) {
	const paths = [...new Set(urls.map((url) => new URL(url).pathname))];
	const size = async (/** @type {string} */ ending) => {
		const files = paths.filter((path) => path.endsWith(ending));
		const sizes = await Promise.all(
			files.map(async (path) => gzipSync(await readFile(`${EXTENSION_DIR}${path}`), { level: 9 }).length),
		);
		return sizes.reduce((sum, bytes) => sum + bytes, 0);
	};
	return { js: await size('.js'), css: await size('.css') };
}

/**
 * From the start of the navigation to a composer that takes keys, against a React page of one textarea.
 * @param {Bench} bench @param {{ rounds: number }} size
 */
export async function measureOpening(bench, { rounds }) {
	const bare = [];
	const ours = [];
	let first = { js: 0, css: 0 };
	for (let round = 0; round <= rounds; round += 1) {
		const react = await openBare(bench);
		await react.page.close();
		const panel = await openOnce(bench, 'sidepanel.html');
		first = panel.firstLoad;
		await panel.page.close();
		if (round === 0) continue;
		bare.push(react.at);
		ours.push(panel.at);
	}
	return {
		bare: spread(bare),
		extension: spread(ours),
		ratio: median(ours) / median(bare),
		firstLoad: first,
	};
}

/**
 * From connecting to a background that does not run to its first snapshot.
 * @param {Bench} bench @param {{ rounds: number }} size
 */
export async function measureColdConnect({ extension }, { rounds }) {
	const page = await extension.open('options.html');
	const session = await extension.context.newCDPSession(page);
	await session.send('ServiceWorker.enable');
	const times = [];
	for (let round = 0; round <= rounds; round += 1) {
		await session.send('ServiceWorker.stopAllWorkers');
		const ms = await page.evaluate(
			() =>
				new Promise((resolve) => {
					const startedAt = performance.now();
					const port = chrome.runtime.connect({ name: 'lockchat' });
					port.onMessage.addListener(() => {
						resolve(performance.now() - startedAt);
						port.disconnect();
					});
					port.postMessage({ type: 'attach', chatId: 'none' });
				}),
		);
		if (round > 0) times.push(Number(ms));
	}
	await page.close();
	return spread(times);
}
