// @ts-check
import { measureGrowth } from '../growth.mjs';
import { atMost, kilobytes, times } from '../table.mjs';

/** @import { Part } from '../types.ts' */

/** @type {Part} */
export async function rest(bench, isQuick) {
	const figures = await measureGrowth(bench, { questions: isQuick ? 40 : 100 });
	return {
		figures,
		rows: [
			atMost(
				`Heap that a question leaves behind, second half of ${figures.questions} against the first`,
				figures.ratio,
				{
					target: 1.2,
					show: times,
					beside: ` (${kilobytes(figures.secondHalf)} / ${kilobytes(figures.firstHalf)} a question)`,
				},
			),
		],
	};
}
