// @ts-check
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import { requireBrowser } from '../../../scripts/browsers.mjs';
import { mainThreadTime } from '../main-thread-time.mjs';
import { exponent, median, noise, spread } from '../statistics.mjs';

/** @import { Browser } from '@playwright/test' */
/** @typedef {'bare' | 'markdown'} Mode */

/**
 * Builds the page that draws a stream both ways, with nothing else of the extension in it, and serves it on loopback.
 */
async function serveDrawing() {
	const outDir = await mkdtemp(join(tmpdir(), 'lockchat-bench-'));
	const config = {
		root: import.meta.dirname,
		configFile: /** @type {const} */ (false),
		logLevel: /** @type {const} */ ('error'),
		plugins: [tailwindcss(), react()],
		resolve: { alias: { '#i18n': join(import.meta.dirname, 'i18n.ts') } },
		worker: { format: /** @type {const} */ ('es') },
		build: { outDir, emptyOutDir: true },
	};
	await build(config);
	const server = await preview({ ...config, preview: { port: 0, host: '127.0.0.1' } });
	return {
		url: server.resolvedUrls?.local[0] ?? '',
		async close() {
			await server.close();
			await rm(outDir, { recursive: true });
		},
	};
}

/** A fresh page each time: what the one before left behind is not measured. @param {Browser} browser @param {string} url */
async function openPage(browser, url) {
	const page = await browser.newPage();
	await page.goto(url);
	return page;
}

/** Seconds of the main thread for one stream. @param {Browser} browser @param {string} url @param {[Mode, number]} stream */
async function timeOnce(browser, url, stream) {
	const page = await openPage(browser, url);
	const seconds = await mainThreadTime(page, () =>
		page.evaluate((args) => window.stream(...args), stream).then(() => undefined),
	);
	await page.close();
	return seconds;
}

/**
 * Measures what drawing a stream costs the main thread, at 8 tokens of 4 characters a frame, and what appending bare text
 * costs. They take turns, each in a page of its own, and the frames follow each other as fast as the browser makes them.
 * @param {{ rounds: number, sizes: readonly number[] }} size in tokens
 */
export async function measureDrawing({ rounds, sizes }) {
	const server = await serveDrawing();
	const browser = await chromium.launch({
		executablePath: requireBrowser('chromium'),
		args: ['--no-sandbox', '--disable-gpu', '--disable-gpu-vsync', '--disable-frame-rate-limit'],
	});
	try {
		/** @type {{ tokens: number, bare: number[], markdown: number[] }[]} */
		const samples = sizes.map((tokens) => ({ tokens, bare: [], markdown: [] }));
		// All sizes are measured right after each other: otherwise a machine that slows down would look like growth.
		for (let round = 0; round <= rounds; round += 1) {
			for (const mode of /** @type {const} */ (['bare', 'markdown'])) {
				for (const sample of samples) {
					const took = await timeOnce(browser, server.url, [mode, sample.tokens]);
					if (round > 0) sample[mode].push(took);
				}
			}
		}
		const bySize = samples.map(({ tokens, bare, markdown }) => ({
			tokens,
			ratio: median(markdown) / median(bare),
			bare: spread(bare),
			markdown: spread(markdown),
			noise: noise(bare),
		}));
		const page = await openPage(browser, server.url);
		const churn = await page.evaluate((count) => window.countNodes(count), Math.min(...sizes));
		const growths = Array.from({ length: rounds }, (_, round) =>
			exponent(
				samples.map(({ tokens, markdown }) => ({ size: tokens, cost: markdown[round] ?? Number.NaN })),
			),
		);
		const growth = spread(growths);
		return { bySize, growth, churn };
	} finally {
		await browser.close();
		await server.close();
	}
}
