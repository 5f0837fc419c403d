// @ts-check
import { measureDrawing } from '../drawing/measure-drawing.mjs';
import { atMost, count, exponentText, times } from '../table.mjs';

/** @import { Part } from '../types.ts' */

/** Times the bare append's main-thread time, by tokens. @type {ReadonlyMap<number, number>} */
const TARGETS = new Map([
	[16_000, 2.2],
	[64_000, 1.4],
]);

/** @type {Part} */
export async function drawing(_, isQuick) {
	const figures = await measureDrawing(
		isQuick ? { rounds: 2, sizes: [4_000, 16_000] } : { rounds: 5, sizes: [16_000, 64_000] },
	);
	return {
		figures,
		rows: [
			...figures.bySize.flatMap(({ tokens, ratio, bare, markdown, noise }) => {
				const target = TARGETS.get(tokens);
				if (target === undefined) return [];
				const beside = ` (${markdown.median.toFixed(2)} / ${bare.median.toFixed(2)} s; noise ${times(noise)})`;
				const what = `Drawing ${count(tokens)} tokens of Markdown: main thread, against appending bare text`;
				return [atMost(what, ratio, { target, show: times, beside })];
			}),
			atMost(
				`Its growth from ${figures.bySize.map(({ tokens }) => count(tokens)).join(' to ')}, exponent`,
				figures.growth.median,
				{
					target: 1.15,
					show: exponentText,
				},
			),
			atMost('Nodes made for each that stands at the end', figures.churn, {
				target: 1.05,
				show: (value) => value.toFixed(3),
			}),
		],
	};
}
