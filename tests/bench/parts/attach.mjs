// @ts-check
import { measureAttaching, measureHugePage } from '../attach.mjs';
import { atMost, megabytes, ms } from '../table.mjs';

/** @import { Part } from '../types.ts' */

/** @type {Part} */
export async function attach(bench, isQuick) {
	const figures = await measureAttaching(bench, { rounds: isQuick ? 5 : 20, length: 1_000_000 });
	const huge = await measureHugePage(bench, { length: 5_000_000 });
	return {
		figures: { ...figures, huge },
		rows: [
			atMost('A page of 1 MB of text: the click that attaches it to its chip, median', figures.times.median, {
				target: 300,
				show: ms,
				beside: ` (the first ${ms(figures.first)})`,
			}),
			atMost('A page of 5 million characters: its first click to its chip', huge.took, {
				target: 2_000,
				show: ms,
			}),
			atMost('The heaps of page and panel meanwhile, beyond before, at most', huge.growth, {
				target: 200e6,
				show: megabytes,
			}),
		],
	};
}
