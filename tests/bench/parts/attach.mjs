// @ts-check
import { measureAttaching } from '../attach.mjs';
import { atMost, ms } from '../table.mjs';

/** @import { Part } from '../types.ts' */

/** @type {Part} */
export async function attach(bench, isQuick) {
	const figures = await measureAttaching(bench, { rounds: isQuick ? 5 : 20, length: 1_000_000 });
	return {
		figures,
		rows: [
			atMost('A page of 1 MB of text: the click that attaches it to its chip, median', figures.times.median, {
				target: 300,
				show: ms,
				beside: ` (the first ${ms(figures.first)})`,
			}),
		],
	};
}
