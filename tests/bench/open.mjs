// @ts-check
import { askInExtension, EXTENSION_DIR } from './extension.mjs';
import { composerTime, gzippedBytes, recordLoads, watchForComposer } from './loaded-files.mjs';
import { median, noise, spread } from './statistics.mjs';

/** @import { Bench } from './types.ts' */

/** @param {Bench} bench @param {string} url */
async function openOnce({ extension }, url) {
	const page = await extension.context.newPage();
	const loads = await recordLoads(page);
	await page.addInitScript(watchForComposer);
	await page.goto(url);
	const { at, took } = await composerTime(page);
	return { page, took, loads: loads.filter((load) => load.at < at) };
}

/**
 * Measures the time from the start of the navigation to a composer that takes keys, and the same for a React page with one
 * textarea.
 * @param {Bench} bench @param {{ rounds: number }} size
 */
export async function measureOpening(bench, { rounds }) {
	const bare = [];
	const ours = [];
	let first = { js: 0, css: 0, font: 0 };
	for (let round = 0; round <= rounds; round += 1) {
		const react = await openOnce(bench, bench.reactPageUrl);
		await react.page.close();
		const panel = await openOnce(bench, `${bench.extension.origin}/sidepanel.html`);
		first = await gzippedBytes(EXTENSION_DIR, panel.loads);
		await panel.page.close();
		if (round === 0) continue;
		bare.push(react.took);
		ours.push(panel.took);
	}
	return {
		bare: spread(bare),
		extension: spread(ours),
		ratio: median(ours) / median(bare),
		noise: noise(bare),
		firstLoad: first,
	};
}

/**
 * Weighs all files that a window loads until its first answer is drawn.
 * @param {Bench} bench
 */
export async function measureFirstAnswerWeight({ extension, server }) {
	const model = server.script('first-answer', [{ token: 'A **light** answer.' }, { done: true }]);
	await extension.addModels([model]);
	const page = await extension.context.newPage();
	const loads = await recordLoads(page);
	await page.goto(`${extension.origin}/sidepanel.html`);
	await askInExtension(page, model, 'Hi');
	await page.locator('article strong').waitFor();
	const weight = await gzippedBytes(EXTENSION_DIR, loads);
	await page.close();
	return weight;
}

/**
 * Measures the time from connecting to a background that does not run yet until its first snapshot.
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
