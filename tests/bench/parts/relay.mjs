// @ts-check
import { atMost, count, exponentText, megabytes, ms, times } from '../table.mjs';
import { measureWholeAnswer } from '../whole-answer.mjs';
import { measureWorkerCost } from '../worker-cost.mjs';

/** @import { Part } from '../types.ts' */

/** @type {Part} */
export async function relay(bench, isQuick) {
	const whole = await measureWholeAnswer(
		bench,
		isQuick ? { rounds: 3, tokens: 16_000 } : { rounds: 5, tokens: 50_000 },
	);
	const worker = await measureWorkerCost(
		bench,
		isQuick ? { rounds: 2, sizes: [4_000, 16_000] } : { rounds: 5, sizes: [16_000, 64_000] },
	);
	const { extension, bare, heapGrowth } = whole;
	return {
		figures: { whole, worker },
		rows: [
			atMost(
				`${count(whole.tokens)} tokens at once, all on screen, against a bare page`,
				extension.median / bare.median,
				{
					target: 2,
					show: times,
					beside: ` (${ms(extension.median)} / ${ms(bare.median)}; noise ${times(whole.noise)})`,
				},
			),
			atMost('Heap of the window after it, beyond before', heapGrowth.median, {
				target: 20_000_000,
				show: megabytes,
			}),
			atMost(
				`The background’s cost, from ${worker.bySize.map(({ tokens }) => count(tokens)).join(' to ')} tokens, exponent`,
				worker.growth,
				{
					target: 1.05,
					show: exponentText,
					beside: ` (${worker.bySize.map(({ microseconds }) => `${microseconds.median.toFixed(1)} µs`).join(', ')} a token)`,
				},
			),
		],
	};
}
