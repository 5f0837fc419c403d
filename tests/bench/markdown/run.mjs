/**
 * Measures what drawing a stream costs the main thread, against appending bare text:
 * `node tests/bench/markdown/run.mjs [tokens …]`. Fails when a target is missed.
 *
 * The browser is $CHROMIUM, or the first of the usual names on the PATH.
 */
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';

const SIZES = process.argv.slice(2).map(Number);
const sizes = SIZES.length > 0 ? SIZES : [16_000, 64_000];
/** Times the bare append's main-thread time, by tokens. */
const TARGETS = new Map([
	[16_000, 2.2],
	[64_000, 1.4],
]);
const MAX_EXPONENT = 1.15;
/** Nodes made for each that is there at the end. */
const MAX_CHURN = 1.05;
/** Of the main thread's own time: on a busy machine a task waits for others as well. */
const MAX_TASK_MS = 50;

const outDir = mkdtempSync(join(tmpdir(), 'lockchat-bench-'));
const config = {
	root: import.meta.dirname,
	configFile: false,
	logLevel: 'warn',
	plugins: [tailwindcss(), react()],
	resolve: { alias: { '#i18n': join(import.meta.dirname, 'i18n.ts') } },
	worker: { format: 'es' },
	build: { outDir, emptyOutDir: true },
};
await build(config);
const server = await preview({ ...config, preview: { port: 0, host: '127.0.0.1' } });
const address = server.resolvedUrls?.local[0];
const browser = await chromium.launch({
	executablePath: findBrowser(),
	args: ['--no-sandbox', '--disable-gpu', '--disable-gpu-vsync', '--disable-frame-rate-limit'],
});

const failures = [];
try {
	const times = new Map();
	for (const tokens of sizes) {
		const bare = await measure('bare', tokens);
		const markdown = await measure('markdown', tokens);
		const ratio = markdown.seconds / bare.seconds;
		times.set(tokens, markdown.seconds);
		console.log(
			`${tokens} tokens: bare ${bare.seconds.toFixed(2)} s, Markdown ${markdown.seconds.toFixed(2)} s (script ${markdown.script.toFixed(2)}, layout ${markdown.layout.toFixed(2)}), ${ratio.toFixed(2)} times`,
		);
		check(
			ratio <= (TARGETS.get(tokens) ?? Number.POSITIVE_INFINITY),
			`${tokens} tokens cost ${ratio.toFixed(2)} times the bare append`,
		);
	}
	const [small, large] = [Math.min(...sizes), Math.max(...sizes)];
	if (large > small) {
		const exponent = Math.log(times.get(large) / times.get(small)) / Math.log(large / small);
		console.log(`growth exponent ${exponent.toFixed(3)}`);
		check(exponent <= MAX_EXPONENT, `the cost grows with exponent ${exponent.toFixed(3)}`);
	}
	const { churn, longestTask } = await inspect(large);
	console.log(`DOM churn ${churn.toFixed(3)}, longest task ${longestTask.toFixed(1)} ms at ${large} tokens`);
	check(churn <= MAX_CHURN, `${churn.toFixed(3)} nodes were made for each that is there`);
	check(longestTask <= MAX_TASK_MS, `a task took ${longestTask.toFixed(1)} ms`);
} finally {
	await browser.close();
	await server.close();
	rmSync(outDir, { recursive: true });
}
for (const failure of failures) console.error(`Missed: ${failure}`);
process.exitCode = failures.length > 0 ? 1 : 0;

function check(isMet, failure) {
	if (!isMet) failures.push(failure);
}

/** The main thread's time for one stream, in seconds. */
async function measure(mode, tokens) {
	const page = await openPage();
	const session = await page.context().newCDPSession(page);
	await session.send('Performance.enable', { timeDomain: 'threadTicks' });
	const before = await metrics(session);
	await page.evaluate((args) => window.stream(...args), [mode, tokens]);
	const after = await metrics(session);
	await page.close();
	const spent = (name) => after.get(name) - before.get(name);
	return { seconds: spent('TaskDuration'), script: spent('ScriptDuration'), layout: spent('LayoutDuration') };
}

/** How many nodes are made, and the longest task in milliseconds: counting costs time, so not in the same run. */
async function inspect(tokens) {
	const page = await openPage();
	await browser.startTracing(page, { categories: ['toplevel'] });
	const churn = await page.evaluate((count) => window.countNodes(count), tokens);
	const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
	await page.close();
	const isMain = (event) => event.name === 'thread_name' && event.args.name === 'CrRendererMain';
	const threads = new Set(traceEvents.filter(isMain).map((event) => `${event.pid} ${event.tid}`));
	const tasks = traceEvents.filter(
		(event) => event.name.endsWith('RunTask') && threads.has(`${event.pid} ${event.tid}`),
	);
	return { churn, longestTask: tasks.reduce((longest, task) => Math.max(longest, task.tdur ?? 0), 0) / 1000 };
}

/** A fresh page each time: what the one before left behind is not measured. */
async function openPage() {
	const page = await browser.newPage();
	page.on('pageerror', (error) => failures.push(`the page threw ${error.message}`));
	await page.goto(address);
	return page;
}

async function metrics(session) {
	const { metrics } = await session.send('Performance.getMetrics');
	return new Map(metrics.map(({ name, value }) => [name, value]));
}

function findBrowser() {
	if (process.env.CHROMIUM) return process.env.CHROMIUM;
	const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
	const paths = (process.env.PATH ?? '')
		.split(delimiter)
		.flatMap((folder) => names.map((name) => join(folder, name)));
	const path = paths.find(isExecutable);
	if (!path) throw new Error('No Chromium on the PATH; set CHROMIUM to one.');
	return path;
}

function isExecutable(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
