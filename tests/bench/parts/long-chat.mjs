// @ts-check
import { measureLongChat } from '../long-chat.mjs';
import { atMost, ms, pixels, times } from '../table.mjs';

/** @import { Part } from '../types.ts' */

/** @type {Part} */
export async function longChat(bench, isQuick) {
	const figures = await measureLongChat(
		bench,
		isQuick ? { rounds: 3, presses: 40 } : { rounds: 7, presses: 100 },
	);
	const { short, long, keys, keysWhileStreaming, jump } = figures;
	return {
		figures,
		rows: [
			atMost('A chat of 2,000 messages opens, against one of 20', figures.ratio, {
				target: 1.5,
				show: times,
				beside: ` (${ms(long.median)} / ${ms(short.median)}; noise ${times(figures.noise)})`,
			}),
			atMost('Key press to the next frame there, p95', keys.p95, { target: 16.7, show: ms }),
			atMost('The same while an answer streams, p95', keysWhileStreaming.p95, { target: 16.7, show: ms }),
			atMost('Jump while scrolling up to its first message', jump.reachedFirst ? jump.worst : Number.NaN, {
				target: 1,
				show: pixels,
			}),
		],
	};
}
