// @ts-check
import { measureFirstToken } from '../first-token.mjs';
import { atMost, ms } from '../table.mjs';

/** @import { Part } from '../types.ts' */

/** @type {Part} */
export async function firstToken(bench, isQuick) {
	const figures = await measureFirstToken(
		bench,
		isQuick ? { blocks: 5, perBlock: 4 } : { blocks: 10, perBlock: 6 },
	);
	const { bare, extension } = figures;
	/** @param {'dom' | 'frame'} place @param {'median' | 'p95'} which */
	const beyond = (place, which) => extension[place][which] - bare[place][which];
	/** @param {'dom' | 'frame'} place @param {'median' | 'p95'} which */
	const beside = (place, which) => ` (${ms(extension[place][which])} / ${ms(bare[place][which])})`;
	return {
		figures,
		rows: [
			atMost('First token in the DOM beyond a bare page, median', beyond('dom', 'median'), {
				target: 3,
				show: ms,
				beside: beside('dom', 'median'),
			}),
			atMost('First token in a frame beyond a bare page, median', beyond('frame', 'median'), {
				target: 2,
				show: ms,
				beside: beside('frame', 'median'),
			}),
			atMost('First token in a frame beyond a bare page, p95', beyond('frame', 'p95'), {
				target: 16.7,
				show: ms,
				beside: beside('frame', 'p95'),
			}),
		],
	};
}
