// @ts-check
import { measureStream } from '../stream.mjs';
import { atMost, count, ms, times } from '../table.mjs';

/** @import { Part } from '../types.ts' */

/** @type {Part} */
export async function stream(bench, isQuick) {
	const figures = await measureStream(
		bench,
		isQuick ? { rounds: 1, tokens: 4_000 } : { rounds: 5, tokens: 16_000 },
	);
	const { extension, bare, frames } = figures;
	return {
		figures,
		rows: [
			atMost(
				`${count(figures.tokens)} tokens at 500 a second in the side panel: main thread, against a bare page`,
				extension.median / bare.median,
				{
					target: 2.2,
					show: times,
					beside: ` (${extension.median.toFixed(2)} / ${bare.median.toFixed(2)} s; noise ${times(figures.noise)})`,
				},
			),
			atMost('The longest frame meanwhile, median of the rounds', frames.longest.median, {
				target: 50,
				show: ms,
				beside: ` (${ms(frames.bareLongest.median)} in the bare page)`,
			}),
			atMost('The main thread’s longest task in the traced round', figures.longestTaskMs, {
				target: 50,
				show: ms,
			}),
		],
	};
}
