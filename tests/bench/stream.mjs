// @ts-check
import { mkdir, writeFile } from 'node:fs/promises';
import { fastAnswer } from '../lockchat-server/fast-model.mjs';
import { askInExtension } from './extension.mjs';
import { mainThreadTime } from './main-thread-time.mjs';
import { median, noise, spread } from './statistics.mjs';
import { tasksOfBusiest, trace } from './trace.mjs';

/** @import { Page } from '@playwright/test' */
/** @import { Bench } from './types.ts' */
/** @import { Step } from '../lockchat-server/types.ts' */

const TOKENS_A_FRAME = 8;
const FRAME_MS = 16;
const WORST_FRAME = new URL('../../bench/worst-frame.json', import.meta.url);

/**
 * Steps of a model that speaks 8 tokens of mixed Markdown each 16 ms: 500 a second.
 * @param {number} tokens @returns {Step[]}
 */
export function pacedSteps(tokens) {
	const parts = [...fastAnswer([], { maxTokens: tokens, seed: 7 })];
	/** @type {Step[]} */
	const steps = parts.flatMap((part, index) =>
		index % TOKENS_A_FRAME === TOKENS_A_FRAME - 1 ? [part, { wait: FRAME_MS }] : [part],
	);
	return [...steps, { done: true }];
}

/** Notes the longest time between two frames, from now on. @param {Page} page */
function watchFrames(page) {
	return page.evaluate(() => {
		window.longestFrame = 0;
		let before = performance.now();
		requestAnimationFrame(function frame(at) {
			window.longestFrame = Math.max(window.longestFrame, at - before);
			before = at;
			requestAnimationFrame(frame);
		});
	});
}

/**
 * One answer, from the question to its end.
 * @param {Bench} bench @param {string} model
 * @param {{ page: Page, ask: () => Promise<unknown> }} target
 */
async function streamOnce({ server }, model, { page, ask }) {
	await page.bringToFront();
	await watchFrames(page);
	const known = server.requests.length;
	const seconds = await mainThreadTime(page, async () => {
		const asked = ask();
		await server.waitForRequest(
			(request) =>
				request.model === model && server.requests.indexOf(request) >= known && request.endedAt !== null,
		);
		await asked;
		await page.waitForFunction(() => document.querySelector('article[aria-busy=true]') === null);
	});
	return { seconds, longest: await page.evaluate(() => window.longestFrame) };
}

/** @param {Bench} bench @param {string} model */
async function openBare({ extension, server, barePageUrl }, model) {
	const page = await extension.open(barePageUrl);
	const body = { model, messages: [{ role: 'user', content: 'Hi' }] };
	return {
		page,
		ask: () => page.evaluate(({ url, asked }) => window.ask(url, asked), { url: server.url, asked: body }),
	};
}

/** @param {Bench} bench @param {string} model */
async function openPanel({ extension }, model) {
	const page = await extension.open('sidepanel.html');
	await page.getByRole('button', { name: 'New chat' }).click();
	return { page, ask: () => askInExtension(page, model, 'Hi') };
}

/**
 * Traces one more answer, and finds the longest task of the window's main thread. That part of the trace is kept in a file.
 * @param {Bench} bench @param {string} model
 */
async function longestTask(bench, model) {
	const panel = await openPanel(bench, model);
	const events = await trace(panel.page, 'toplevel,devtools.timeline', async () => {
		await streamOnce(bench, model, panel);
	});
	await panel.page.close();
	const { tasks } = tasksOfBusiest(events, 'CrRendererMain');
	const [worst] = tasks.sort((a, b) => b.tdur - a.tdur);
	if (!worst) throw new Error('The main thread had nothing to do.');
	const isNear = (/** @type {{ ts: number, ph: string }} */ { ts, ph }) =>
		ph === 'M' || (ts >= worst.ts - 50_000 && ts <= worst.ts + worst.dur + 50_000);
	await mkdir(new URL('.', WORST_FRAME), { recursive: true });
	await writeFile(WORST_FRAME, JSON.stringify({ traceEvents: events.filter(isNear) }));
	return worst.tdur / 1000;
}

/**
 * Measures an answer at the speed of a fast model: in the side panel as it ships and in a bare page, in turns.
 * @param {Bench} bench @param {{ rounds: number, tokens: number }} size
 */
export async function measureStream(bench, { rounds, tokens }) {
	const model = bench.server.script('stream', pacedSteps(tokens));
	await bench.extension.addModels([model]);
	/** @type {Record<'bare' | 'extension', { seconds: number[], longest: number[] }>} */
	const samples = { bare: { seconds: [], longest: [] }, extension: { seconds: [], longest: [] } };
	for (let round = 0; round < rounds; round += 1) {
		for (const name of /** @type {const} */ (['bare', 'extension'])) {
			const target = await (name === 'bare' ? openBare : openPanel)(bench, model);
			const { seconds, longest } = await streamOnce(bench, model, target);
			await target.page.close();
			samples[name].seconds.push(seconds);
			samples[name].longest.push(longest);
		}
	}
	const { bare, extension } = samples;
	return {
		tokens,
		bare: spread(bare.seconds),
		extension: spread(extension.seconds),
		ratio: median(extension.seconds) / median(bare.seconds),
		noise: noise(bare.seconds),
		frames: { longest: spread(extension.longest), bareLongest: spread(bare.longest) },
		longestTaskMs: await longestTask(bench, model),
	};
}
