// @ts-check
import { measureExport } from '../export.mjs';
import { atMost, megabytes, times } from '../table.mjs';

/** @import { Part } from '../types.ts' */

/** @type {Part} */
export async function exporting(bench, isQuick) {
	const figures = await measureExport(bench, { chats: isQuick ? 4_000 : 10_000 });
	const { few, all, ratio } = figures;
	const file = megabytes(all.bytes);
	return {
		figures,
		rows: [
			atMost(`All chats exported to a file of ${file}: peak heap beyond before`, all.growth, {
				target: 64e6,
				show: megabytes,
				beside: ` (in ${(all.took / 1000).toFixed(1)} s)`,
			}),
			atMost('The same against a quarter of the chats', ratio, {
				target: 1.5,
				show: times,
				beside: ` (${megabytes(all.growth)} / ${megabytes(few.growth)})`,
			}),
		],
	};
}
