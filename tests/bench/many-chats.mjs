// @ts-check
import { launchExtension } from './extension.mjs';
import { openNextOn, openWithDatabase, seedDatabase } from './seed-database.mjs';
import { median, noise, spread } from './statistics.mjs';

/** @import { Bench } from './types.ts' */

/** Milliseconds from the start of the navigation until the composer takes keys, and until the chat's text stands there. @param {Bench} bench */
async function openOnce({ extension }) {
	const page = await extension.context.newPage();
	await page.goto(`${extension.origin}/options.html`);
	await openNextOn(page, 'one-0');
	await page.addInitScript(() => {
		new MutationObserver((_, observer) => {
			if (!document.querySelector('article:last-of-type')?.textContent?.includes('1: ')) return;
			window.drawnAt = performance.now();
			observer.disconnect();
		}).observe(document, { childList: true, subtree: true, characterData: true });
	});
	await page.goto(`${extension.origin}/sidepanel.html`);
	await page.waitForFunction(() => window.drawnAt !== undefined);
	const at = await page.evaluate(() => window.drawnAt);
	await page.close();
	return at;
}

/**
 * Milliseconds that a write to the table of checkpoints takes. Many of a checkpoint's size are made one after the other,
 * since the steps of a page's clock are too coarse for a single write.
 * @param {Bench} bench @param {number} writes
 */
async function timeOfWrite({ extension }, writes) {
	const page = await extension.open('options.html');
	const ms = await page.evaluate(async (count) => {
		/** @type {IDBDatabase} */
		const db = await new Promise((resolve, reject) => {
			const request = indexedDB.open('lockchat');
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
		const startedAt = performance.now();
		for (let seq = 0; seq < count; seq += 1) {
			const transaction = db.transaction('checkpoints', 'readwrite', { durability: 'relaxed' });
			transaction
				.objectStore('checkpoints')
				.put({ answerId: 'bench', seq, growth: [{ type: 'text', text: 'x'.repeat(2_000), index: 0 }] });
			await new Promise((resolve) => {
				transaction.oncomplete = resolve;
			});
		}
		const took = (performance.now() - startedAt) / count;
		const cleaning = db.transaction('checkpoints', 'readwrite');
		cleaning.objectStore('checkpoints').clear();
		await new Promise((resolve) => {
			cleaning.oncomplete = resolve;
		});
		db.close();
		return took;
	}, writes);
	await page.close();
	return ms;
}

/**
 * Opening the panel with many chats in the database, against opening it with one: two browsers, in turns.
 * @param {Bench} bench @param {{ rounds: number, chats: number }} size twenty messages each, a kilobyte a message
 */
export async function measureManyChats(bench, { rounds, chats }) {
	const other = await launchExtension(bench.server.url, ['script:first-token']);
	try {
		const places = { empty: { ...bench, extension: other }, full: bench };
		for (const place of [places.empty, places.full]) {
			const page = await openWithDatabase(place);
			await seedDatabase(page, { chats: 1, messagesPerChat: 2, charsPerMessage: 200, prefix: 'one' });
			if (place === places.full)
				await seedDatabase(page, { chats, messagesPerChat: 20, charsPerMessage: 1_000, prefix: 'many' });
			await page.close();
		}
		/** @type {Record<'empty' | 'full', { opened: number[], written: number[] }>} */
		const samples = { empty: { opened: [], written: [] }, full: { opened: [], written: [] } };
		for (let round = 0; round <= rounds; round += 1) {
			for (const name of /** @type {const} */ (['empty', 'full'])) {
				const opened = await openOnce(places[name]);
				const written = await timeOfWrite(places[name], 200);
				if (round === 0) continue;
				samples[name].opened.push(opened);
				samples[name].written.push(written);
			}
		}
		const { empty, full } = samples;
		return {
			empty: spread(empty.opened),
			full: spread(full.opened),
			ratio: median(full.opened) / median(empty.opened),
			noise: noise(empty.opened),
			checkpoint: {
				empty: spread(empty.written),
				full: spread(full.written),
				ratio: median(full.written) / median(empty.written),
				noise: noise(empty.written),
			},
		};
	} finally {
		await other.close();
	}
}
