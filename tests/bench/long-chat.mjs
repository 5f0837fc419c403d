// @ts-check
import { askInExtension } from './extension.mjs';
import { openNextOn, openWithDatabase, seedDatabase } from './seed-database.mjs';
import { median, noise, spread } from './statistics.mjs';
import { pacedSteps } from './stream.mjs';

/** @import { Page } from '@playwright/test' */
/** @import { Bench } from './types.ts' */

/** Milliseconds from the start of the navigation until the chat's last message is drawn. @param {Bench} bench @param {number} messages */
async function openOnce({ extension }, messages) {
	const page = await extension.context.newPage();
	await page.goto(`${extension.origin}/options.html`);
	await openNextOn(page, `long${messages}-0`);
	await page.addInitScript((last) => {
		new MutationObserver((_, observer) => {
			if (!document.querySelector('article:last-of-type')?.textContent?.includes(`${last}: `)) return;
			window.drawnAt = performance.now();
			observer.disconnect();
		}).observe(document, { childList: true, subtree: true, characterData: true });
	}, messages - 1);
	await page.goto(`${extension.origin}/sidepanel.html`);
	await page.waitForFunction(() => window.drawnAt !== undefined);
	return { page, at: await page.evaluate(() => window.drawnAt) };
}

/** Milliseconds from key presses to the start of the frame that follows. @param {Page} page @param {number} presses */
async function keyToFrame(page, presses) {
	await page.evaluate(() => {
		window.keyTimes = [];
		window.keyWatch?.abort();
		window.keyWatch = new AbortController();
		document.addEventListener(
			'keydown',
			(event) => {
				requestAnimationFrame(() => window.keyTimes.push(performance.now() - event.timeStamp));
			},
			{ signal: window.keyWatch.signal },
		);
	});
	const box = page.getByRole('textbox', { name: 'Message' });
	await box.focus();
	for (let press = 0; press < presses; press += 1) await page.keyboard.press('a');
	await page.waitForFunction((count) => window.keyTimes.length >= count, presses);
	const times = await page.evaluate(() => window.keyTimes);
	await box.fill('');
	return spread(times);
}

/** As `keyToFrame`, while an answer comes at 500 tokens a second. @param {Bench} bench @param {Page} page @param {number} presses */
async function keysInStream({ server, extension }, page, presses) {
	const model = server.script('while-typing', pacedSteps(8_000));
	await extension.addModels([model]);
	await askInExtension(page, model, 'Hi');
	await server.waitForRequest((request) => request.model === model && request.tokens.length > 200);
	const keys = await keyToFrame(page, presses);
	const isOver = server.requests.some((request) => request.model === model && request.endedAt !== null);
	if (isOver) throw new Error('The answer was over before the typing was.');
	return keys;
}

/**
 * Scrolls up to the first message, and returns the largest jump of a message in view, in pixels: how much further it moved
 * than was scrolled.
 * @param {Page} page
 */
async function scrollJump(page) {
	return page.evaluate(async () => {
		const log = document.querySelector('[role=log]');
		if (!log) throw new Error('There is no transcript.');
		const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
		let worst = 0;
		for (let still = 0; still < 20; ) {
			const top = log.getBoundingClientRect().top;
			const anchor = [...log.querySelectorAll('article')].find(
				(article) => article.getBoundingClientRect().bottom > top + 50,
			);
			if (!anchor) break;
			const before = anchor.getBoundingClientRect().top;
			const wanted = Math.min(300, log.scrollTop);
			log.scrollTop -= wanted;
			await frame();
			const moved = anchor.getBoundingClientRect().top - before;
			worst = Math.max(worst, Math.abs(moved - wanted));
			still = wanted === 0 ? still + 1 : 0;
		}
		return { worst, reachedFirst: log.textContent?.includes('0: Some') ?? false };
	});
}

/**
 * A chat of 2,000 messages against one of 20.
 * @param {Bench} bench @param {{ rounds: number, presses: number }} size
 */
export async function measureLongChat(bench, { rounds, presses }) {
	const seeding = await openWithDatabase(bench);
	for (const messages of [20, 2_000]) {
		await seedDatabase(seeding, {
			chats: 1,
			messagesPerChat: messages,
			charsPerMessage: 800,
			prefix: `long${messages}`,
		});
	}
	await seeding.close();
	/** @type {Record<number, number[]>} */
	const times = { 20: [], 2000: [] };
	let keys = spread([0]);
	let keysWhileStreaming = spread([0]);
	let jump = { worst: 0, reachedFirst: false };
	for (let round = 0; round <= rounds; round += 1) {
		for (const messages of [20, 2_000]) {
			const { page, at } = await openOnce(bench, messages);
			if (round > 0) times[messages]?.push(at);
			if (round === rounds && messages === 2_000) {
				keys = await keyToFrame(page, presses);
				keysWhileStreaming = await keysInStream(bench, page, presses);
				jump = await scrollJump(page);
			}
			await page.close();
		}
	}
	const [short = [], long = []] = [times[20], times[2_000]];
	return {
		short: spread(short),
		long: spread(long),
		ratio: median(long) / median(short),
		noise: noise(short),
		keys,
		keysWhileStreaming,
		jump,
	};
}
