// @ts-check
import { askInExtension } from './extension.mjs';
import { spread } from './statistics.mjs';

/** @import { Page } from '@playwright/test' */
/** @import { Bench } from './types.ts' */

/**
 * Waits for a text in the page. Resolves to two times in milliseconds since the epoch: when it was in the DOM, and when
 * the frame that shows it began.
 * @param {Page} page @param {string} marker
 */
async function armProbe(page, marker) {
	await page.evaluate((text) => {
		const now = () => performance.timeOrigin + performance.now();
		window.probe = new Promise((resolve) => {
			const observer = new MutationObserver(() => {
				if (!document.body.textContent?.includes(text)) return;
				observer.disconnect();
				const dom = now();
				requestAnimationFrame(() => resolve({ dom, frame: now() }));
			});
			observer.observe(document.body, { childList: true, characterData: true, subtree: true });
		});
	}, marker);
	return () => page.evaluate(() => window.probe);
}

/**
 * Asks one question. Its only token is held back until the page is at rest, and its end until the token is drawn: a real
 * stream does not end with its first token, and the end costs the bare page nothing.
 * @param {Bench} bench
 * @param {{ page: Page, ask: (model: string) => Promise<unknown>, id: number, restMs: number }} sample
 */
async function sampleOnce({ server }, { page, ask, id, restMs }) {
	const marker = `token${id}`;
	const model = server.script('first-token', [
		{ hold: marker },
		{ token: marker },
		{ hold: `${marker} is drawn` },
		{ done: true },
	]);
	const read = await armProbe(page, marker);
	const known = server.requests.length;
	const asked = ask(model);
	const record = await server.waitForRequest((request) => server.requests.indexOf(request) >= known);
	await page.waitForTimeout(restMs);
	server.release(marker);
	const { dom, frame } = await read();
	server.release(`${marker} is drawn`);
	await asked;
	const sentAt = record.tokens[0]?.at ?? Number.NaN;
	return { dom: dom - sentAt, frame: frame - sentAt };
}

/**
 * Measures the time from the server's write to the token on the screen: in the extension and in a bare page, in blocks
 * that take turns.
 * @param {Bench} bench
 * @param {{ blocks: number, perBlock: number }} size
 */
export async function measureFirstToken(bench, { blocks, perBlock }) {
	const bare = await bench.extension.open(bench.barePageUrl);
	const panel = await bench.extension.open('sidepanel.html');
	await panel.getByRole('textbox', { name: 'Message' }).waitFor();
	const pages = {
		bare: {
			page: bare,
			/** @param {string} model */
			ask: (model) =>
				bare.evaluate(
					({ url, model }) =>
						window.ask(url, { model, messages: [{ role: 'user', content: 'Hi' }], stream: true }),
					{
						url: bench.server.url,
						model,
					},
				),
		},
		extension: {
			page: panel,
			/** @param {string} model */
			ask: (model) => askInExtension(panel, model, 'Hi'),
		},
	};
	/** @type {Record<'bare' | 'extension', { dom: number[], frame: number[] }>} */
	const samples = { bare: { dom: [], frame: [] }, extension: { dom: [], frame: [] } };
	let id = 0;
	for (let block = 0; block <= blocks; block += 1) {
		for (const name of /** @type {const} */ (['bare', 'extension'])) {
			const { page, ask } = pages[name];
			await page.bringToFront();
			for (let index = 0; index < perBlock; index += 1) {
				id += 1;
				// Long enough for the old focus ring to fade. At which moment of a frame the token comes is noise, so these
				// moments are spread evenly and not left to chance.
				const restMs = 220 + ((id * 7) % 17);
				const { dom, frame } = await sampleOnce(bench, { page, ask, id, restMs });
				// Sent by a key: if the pointer rests on a page, the browser lays that page out before its frame.
				if (name === 'extension') await page.getByRole('button', { name: 'New chat' }).press('Enter');
				if (block === 0) continue;
				samples[name].dom.push(dom);
				samples[name].frame.push(frame);
			}
		}
	}
	await bare.close();
	await panel.close();
	return {
		bare: { dom: spread(samples.bare.dom), frame: spread(samples.bare.frame) },
		extension: { dom: spread(samples.extension.dom), frame: spread(samples.extension.frame) },
	};
}
