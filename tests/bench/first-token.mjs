// @ts-check
import { askInExtension } from './extension.mjs';
import { spread } from './statistics.mjs';

/** @import { Page } from '@playwright/test' */
/** @import { Bench } from './run.mjs' */

/**
 * Watches for a text to stand in the page. Resolves with milliseconds since the epoch: when it was in the DOM, and
 * when the frame that shows it began.
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
 * One question whose only token is held back until the page is at rest, and whose end until the token is drawn: no
 * stream ends with its first token, and the bare page has nothing to do at an end.
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
 * From the server's write to the token on the screen: the extension against a bare page, in interleaved blocks.
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
					({ url, model }) => window.ask(url, { model, messages: [{ role: 'user', content: 'Hi' }] }),
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
				// Past the fading of what had the focus before. The phase of the frame is noise: it is spread evenly instead
				// of being met by chance.
				const restMs = 220 + ((id * 7) % 17);
				const { dom, frame } = await sampleOnce(bench, { page, ask, id, restMs });
				// By key: a pointer that rests on one of the pages makes the browser lay that one out before its frame.
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
