// @ts-check
import { measureManyChats } from '../many-chats.mjs';
import { atMost, count, ms, times } from '../table.mjs';

/** @import { Part } from '../types.ts' */

/** @param {number} value milliseconds */
const fine = (value) => `${value.toFixed(2)} ms`;

/** @type {Part} */
export async function manyChats(bench, isQuick) {
	const chats = isQuick ? 500 : 10_000;
	const figures = await measureManyChats(bench, { rounds: isQuick ? 3 : 9, chats });
	const { full, empty, checkpoint } = figures;
	return {
		figures,
		rows: [
			atMost(
				`The panel opens on a chat beside ${count(chats)} others, against an empty database`,
				figures.ratio,
				{
					target: 1.2,
					show: times,
					beside: ` (${ms(full.median)} / ${ms(empty.median)}; noise ${times(figures.noise)})`,
				},
			),
			atMost('A checkpoint’s write there, against an empty database', checkpoint.ratio, {
				target: 1.2,
				show: times,
				beside: ` (${fine(checkpoint.full.median)} / ${fine(checkpoint.empty.median)}; noise ${times(checkpoint.noise)})`,
			}),
		],
	};
}
