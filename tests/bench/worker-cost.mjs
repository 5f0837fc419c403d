// @ts-check
import { askInExtension } from './extension.mjs';
import { exponent, spread } from './statistics.mjs';
import { tasksOfBusiest, trace } from './trace.mjs';

/** @import { Bench } from './types.ts' */

/**
 * Measures what a token costs the background: the own time of its thread while it relays whole answers, as fast as
 * loopback allows, to one window that draws them.
 * @param {Bench} bench @param {{ rounds: number, sizes: readonly number[] }} size in tokens
 */
export async function measureWorkerCost({ server, extension }, { rounds, sizes }) {
	await extension.addModels(sizes.map((tokens) => `demo-fast:${tokens}`));
	/** @type {Map<number, number[]>} */
	const costs = new Map(sizes.map((tokens) => [tokens, []]));
	for (let round = 0; round <= rounds; round += 1) {
		for (const tokens of sizes) {
			const panel = await extension.open('sidepanel.html');
			await panel.getByRole('button', { name: 'New chat' }).click();
			const events = await trace(panel, 'toplevel', async () => {
				const known = server.requests.length;
				await askInExtension(panel, `demo-fast:${tokens}`, 'Hi');
				await server.waitForRequest(
					(request) => server.requests.indexOf(request) >= known && request.endedAt !== null,
				);
				await panel.locator('article[aria-busy=false]').last().waitFor();
				await panel.waitForFunction(() => document.querySelector('article[aria-busy=true]') === null);
			});
			await panel.close();
			if (round > 0) costs.get(tokens)?.push(tasksOfBusiest(events, 'ServiceWorker thread').total / tokens);
		}
	}
	const bySize = sizes.map((tokens) => ({ tokens, microseconds: spread(costs.get(tokens) ?? []) }));
	const growth = exponent(
		bySize.map(({ tokens, microseconds }) => ({ size: tokens, cost: microseconds.median * tokens })),
	);
	return { bySize, growth };
}
