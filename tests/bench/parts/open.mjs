// @ts-check
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { EXTENSION_DIR } from '../extension.mjs';
import { measureColdConnect, measureFirstAnswerWeight, measureOpening } from '../open.mjs';
import { atMost, kilobytes, ms, times } from '../table.mjs';

/** @import { Part } from '../types.ts' */

/** @type {Part} */
export async function open(bench, isQuick) {
	const rounds = isQuick ? 5 : 15;
	const opening = await measureOpening(bench, { rounds });
	const connect = await measureColdConnect(bench, { rounds });
	const firstAnswer = await measureFirstAnswerWeight(bench);
	const worker = gzipSync(await readFile(`${EXTENSION_DIR}/background.js`), { level: 9 }).length;
	const { extension, bare, firstLoad } = opening;
	return {
		figures: { opening, connect, firstAnswer, worker },
		rows: [
			atMost('Side panel to a composer that takes keys, against a bare React page', opening.ratio, {
				target: 1.5,
				show: times,
				beside: ` (${ms(extension.median)} / ${ms(bare.median)}; noise ${times(opening.noise)})`,
			}),
			atMost('JavaScript before the composer takes keys, gzipped', firstLoad.js, {
				target: 120_000,
				show: kilobytes,
			}),
			atMost('JavaScript for all of a first answer, gzipped', firstAnswer.js, {
				target: 180_000,
				show: kilobytes,
			}),
			atMost('CSS, gzipped', firstAnswer.css, { target: 15_000, show: kilobytes }),
			atMost('The background, gzipped', worker, { target: 60_000, show: kilobytes }),
			atMost('Cold connect to snapshot, median', connect.median, { target: 30, show: ms }),
		],
	};
}
