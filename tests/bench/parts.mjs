// @ts-check
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { EXTENSION_DIR } from './extension.mjs';
import { measureFirstToken } from './first-token.mjs';
import { measureLongChat } from './long-chat.mjs';
import { measureManyChats } from './many-chats.mjs';
import { measureColdConnect, measureOpening } from './open.mjs';
import { atMost, kilobytes, ms, times } from './table.mjs';
import { measureWholeAnswer } from './whole-answer.mjs';

/** @import { Bench } from './run.mjs' */
/** @import { Row } from './table.mjs' */

/** @param {number} value */
const pixels = (value) => `${value.toFixed(1)} px`;

/**
 * What the bench can measure, each in a browser of its own.
 * @type {Record<string, (bench: Bench, isQuick: boolean) => Promise<{ figures: unknown, rows: Row[] }>>}
 */
export const parts = {
	async open(bench, isQuick) {
		const opening = await measureOpening(bench, { rounds: isQuick ? 5 : 15 });
		const connect = await measureColdConnect(bench, { rounds: isQuick ? 5 : 15 });
		const worker = gzipSync(await readFile(`${EXTENSION_DIR}/background.js`), { level: 9 }).length;
		return {
			figures: { opening, connect, worker },
			rows: [
				atMost('Side panel to a composer that takes keys, against a bare React page', opening.ratio, {
					target: 1.5,
					show: times,
					beside: ` (${ms(opening.extension.median)} / ${ms(opening.bare.median)})`,
				}),
				atMost('JavaScript before the composer takes keys, gzipped', opening.firstLoad.js, {
					target: 120_000,
					show: kilobytes,
				}),
				atMost('CSS, gzipped', opening.firstLoad.css, { target: 15_000, show: kilobytes }),
				atMost('The background, gzipped', worker, { target: 60_000, show: kilobytes }),
				atMost('Cold connect to snapshot, median', connect.median, { target: 30, show: ms }),
			],
		};
	},
	async 'first-token'(bench, isQuick) {
		const figures = await measureFirstToken(
			bench,
			isQuick ? { blocks: 5, perBlock: 4 } : { blocks: 10, perBlock: 6 },
		);
		const { bare, extension } = figures;
		const beyond = (/** @type {'dom' | 'frame'} */ place, /** @type {'median' | 'p95'} */ which) =>
			extension[place][which] - bare[place][which];
		return {
			figures,
			rows: [
				atMost('First token in the DOM beyond a bare page, median', beyond('dom', 'median'), {
					target: 3,
					show: ms,
				}),
				atMost('First token in a frame beyond a bare page, median', beyond('frame', 'median'), {
					target: 2,
					show: ms,
				}),
				atMost('First token in a frame beyond a bare page, p95', beyond('frame', 'p95'), {
					target: 16.7,
					show: ms,
				}),
			],
		};
	},
	async relay(bench, isQuick) {
		const figures = await measureWholeAnswer(
			bench,
			isQuick ? { rounds: 3, tokens: 16_000 } : { rounds: 5, tokens: 50_000 },
		);
		return {
			figures,
			rows: [
				atMost(
					`${figures.tokens.toLocaleString('en')} tokens at once, all on screen, against a bare page`,
					figures.extension.median / figures.bare.median,
					{
						target: 2,
						show: times,
						beside: ` (${ms(figures.extension.median)} / ${ms(figures.bare.median)})`,
					},
				),
			],
		};
	},
	async 'long-chat'(bench, isQuick) {
		const figures = await measureLongChat(
			bench,
			isQuick ? { rounds: 3, presses: 40 } : { rounds: 7, presses: 100 },
		);
		return {
			figures,
			rows: [
				atMost('A chat of 2,000 messages opens, against one of 20', figures.ratio, {
					target: 1.5,
					show: times,
					beside: ` (${ms(figures.long.median)} / ${ms(figures.short.median)})`,
				}),
				atMost('Key press to the next frame there, p95', figures.keys.p95, { target: 16.7, show: ms }),
				atMost(
					'Jump while scrolling up to its first message',
					figures.jump.reachedFirst ? figures.jump.worst : Number.NaN,
					{
						target: 1,
						show: pixels,
					},
				),
			],
		};
	},
	async 'many-chats'(bench, isQuick) {
		const figures = await measureManyChats(
			bench,
			isQuick ? { rounds: 3, chats: 500 } : { rounds: 7, chats: 10_000 },
		);
		return {
			figures,
			rows: [
				atMost(
					`The panel opens on a chat beside ${isQuick ? '500' : '10,000'} others, against an empty database`,
					figures.ratio,
					{
						target: 1.2,
						show: times,
						beside: ` (${ms(figures.full.median)} / ${ms(figures.empty.median)})`,
					},
				),
				atMost(
					'A checkpoint’s write there, against an empty database',
					figures.checkpoint.full.median / figures.checkpoint.empty.median,
					{
						target: 1.2,
						show: times,
						beside: ` (${ms(figures.checkpoint.full.median)} / ${ms(figures.checkpoint.empty.median)})`,
					},
				),
			],
		};
	},
};
