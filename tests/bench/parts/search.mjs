// @ts-check
import { measureSearch } from '../search.mjs';
import { atMost, count, megabytes, ms } from '../table.mjs';

/** @import { Part } from '../types.ts' */

/** As many messages as are wanted of a full run; `LOCKCHAT_BENCH_CHATS` takes fewer or more chats of twenty messages. */
const CHATS = Number(process.env.LOCKCHAT_BENCH_CHATS ?? 10_000);

/** @type {Part} */
export async function search(bench, isQuick) {
	const chats = isQuick ? 500 : CHATS;
	const figures = await measureSearch(bench, { chats, queries: isQuick ? 40 : 200 });
	const among = `among ${count(chats * 20)} messages`;
	return {
		figures,
		rows: [
			atMost(`A search ${among}: a key to its results on the screen, p95`, figures.warm.p95, {
				target: 50,
				show: ms,
				beside: ` (median ${ms(figures.warm.median)})`,
			}),
			atMost('The same, the first in a new window', figures.cold, {
				target: 500,
				show: ms,
				beside: ` (the index took ${(figures.builtMs / 1000).toFixed(0)} s to build, and ${megabytes(figures.bytes)})`,
			}),
			atMost('The same, half a second after the cursor was in the box', figures.prepared, {
				target: 500,
				show: ms,
			}),
		],
	};
}
