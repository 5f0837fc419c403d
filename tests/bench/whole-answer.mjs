// @ts-check
import { askInExtension } from './extension.mjs';
import { heapOf } from './main-thread-time.mjs';
import { noise, spread } from './statistics.mjs';

/** @import { Page } from '@playwright/test' */
/** @import { Bench } from './types.ts' */

/**
 * Milliseconds from the request's arrival at the server until the page holds the answer's end.
 * @param {Bench} bench
 * @param {{ page: Page, ask: (model: string) => Promise<unknown> }} target
 * @param {string} model
 */
async function timeOnce({ server }, { page, ask }, model) {
	const known = server.requests.length;
	const drawn = page.evaluate(
		(end) =>
			new Promise((resolve) => {
				const look = () => {
					if (document.body.textContent?.includes(end)) resolve(performance.timeOrigin + performance.now());
					else requestAnimationFrame(look);
				};
				look();
			}),
		END,
	);
	const asked = ask(model);
	const record = await server.waitForRequest((request) => server.requests.indexOf(request) >= known);
	const at = await drawn;
	await asked;
	return Number(at) - record.startedAt;
}

const END = 'THE-END-OF-IT';

/**
 * Measures a whole answer that comes as fast as loopback allows, until its last word is drawn.
 * @param {Bench} bench
 * @param {{ rounds: number, tokens: number }} size tokens of four characters
 */
export async function measureWholeAnswer(bench, { rounds, tokens }) {
	const text = 'Some words of **mixed** text.\n\n'.repeat(Math.ceil((tokens * 4) / 31));
	const pieces = text.match(/[\s\S]{1,4}/g) ?? [];
	const model = bench.server.script('whole-answer', [
		...pieces.map((token) => ({ token })),
		{ token: `\n\n${END}` },
		{ done: true },
	]);
	/** @type {{ bare: number[], extension: number[] }} */
	const times = { bare: [], extension: [] };
	/** @type {number[]} */
	const growths = [];
	for (let round = 0; round <= rounds; round += 1) {
		const bare = await bench.extension.open(bench.barePageUrl);
		const bareMs = await timeOnce(
			bench,
			{
				page: bare,
				ask: (name) =>
					bare.evaluate(
						({ url, name }) =>
							window.ask(url, { model: name, messages: [{ role: 'user', content: 'Hi' }], stream: true }),
						{ url: bench.server.url, name },
					),
			},
			model,
		);
		await bare.close();
		const panel = await bench.extension.open('sidepanel.html');
		await panel.getByRole('button', { name: 'New chat' }).click();
		const heapBefore = await heapOf(panel);
		const extensionMs = await timeOnce(
			bench,
			{ page: panel, ask: (name) => askInExtension(panel, name, 'Hi') },
			model,
		);
		await panel.locator('article[aria-busy=false]').last().waitFor();
		const heapAfter = await heapOf(panel);
		await panel.close();
		if (round === 0) continue;
		times.bare.push(bareMs);
		times.extension.push(extensionMs);
		growths.push(heapAfter - heapBefore);
	}
	return {
		tokens,
		bare: spread(times.bare),
		extension: spread(times.extension),
		noise: noise(times.bare),
		heapGrowth: spread(growths),
	};
}
