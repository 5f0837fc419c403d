import { describe, expect, it, vi } from 'vitest';
import { createWordIndex } from '../../../utils/search/index/word-index.ts';
import type { Search } from '../../../utils/search/search.ts';
import { type Browser, untilFound } from './found-by.ts';
import { say, start } from './said.ts';

/** A browser whose windows are closed, with an index that has the chat `c`. */
async function startIndexed(): Promise<Browser> {
	const { store, browser } = await start();
	await (await say(store, 'c', ['How to bake a pie?', 'Two eggs.'])).finish();
	const first = browser.window();
	first.ask('eggs', 30);
	const end = browser.lead();
	await untilFound(first, (ids) => ids.includes('c-a'));
	end();
	first.ask('', 0);
	browser.log.length = 0;
	return browser;
}

/** Something that is waited for, and what ends the wait. */
function gate() {
	let open: () => void = () => undefined;
	const opened = new Promise<void>((resolve) => {
		open = resolve;
	});
	return { open, opened };
}

/** Resolves when the leader has heard all that was said so far: it answers a new window's greeting after that. */
async function untilHeard(browser: Browser): Promise<void> {
	const window = browser.window();
	await new Promise<void>((resolve) => window.subscribe(resolve));
}

/** Lets go of what is held back once the leader has heard all; then it answers, once, and compares after that. */
async function expectOneAnswerFirst(browser: Browser, window: Search, letGo: () => void): Promise<void> {
	await untilHeard(browser);
	letGo();
	await untilFound(window, (ids) => ids.includes('c-a'));
	await vi.waitUntil(() => browser.log.includes('compared'));
	expect(browser.log).toEqual(['found', 'compared']);
}

describe('case 156: the first search of a window', () => {
	it('is answered before the index is compared with the chats', async () => {
		const browser = await startIndexed();
		const window = browser.window();
		window.ask('eggs', 30);
		browser.lead();
		await untilFound(window, (ids) => ids.includes('c-a'));
		await vi.waitUntil(() => browser.log.includes('compared'));
		expect(browser.log.indexOf('found')).toBeGreaterThanOrEqual(0);
		expect(browser.log.indexOf('found')).toBeLessThan(browser.log.indexOf('compared'));
	});

	it('is answered once where it was asked while the index was being opened', async () => {
		const browser = await startIndexed();
		const { open, opened } = gate();
		browser.lead({
			open: async () => {
				await opened;
				return { index: createWordIndex(browser.database), isKept: true, discard: async () => undefined };
			},
		});
		const window = browser.window({ isFar: true });
		window.ask('eggs', 30);
		await expectOneAnswerFirst(browser, window, open);
	});

	it('is answered before the comparison also where the user typed on meanwhile', async () => {
		const browser = await startIndexed();
		const { open, opened } = gate();
		const beforeReading = vi.fn(() => opened);
		browser.lead({ beforeReading });
		const window = browser.window();
		window.ask('egg', 30);
		await vi.waitUntil(() => beforeReading.mock.calls.length > 0);
		window.ask('eggs', 30);
		await expectOneAnswerFirst(browser, window, open);
	});

	it('is answered while the index changes again and again, and asks the same each time', async () => {
		const browser = await startIndexed();
		const { open, opened } = gate();
		const beforeReading = vi.fn(() =>
			beforeReading.mock.calls.length > 1 ? new Promise<void>(() => undefined) : opened,
		);
		browser.lead({ beforeReading });
		const window = browser.window();
		window.ask('eggs', 30);
		await vi.waitUntil(() => beforeReading.mock.calls.length > 0);
		window.ask('eggs', 30);
		await untilHeard(browser);
		open();
		// The second answer never comes.
		await untilFound(window, (ids) => ids.includes('c-a'));
		expect(beforeReading).toHaveBeenCalledTimes(2);
	});
});
