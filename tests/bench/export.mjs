// @ts-check
import { heapOf } from './main-thread-time.mjs';
import { openWithDatabase, seedDatabase } from './seed-database.mjs';

/** @import { Page } from '@playwright/test' */
/** @import { Bench } from './types.ts' */

/**
 * Gives the user's choice of a place to write to: a file of the page's own file system, as no script reaches the
 * browser's dialog. The database is said to be large, as a small one is downloaded instead. Runs in the page.
 */
function chooseOwnFile() {
	navigator.storage.estimate = async () => ({ usage: 1e9 });
	Object.assign(window, {
		/** @param {{ suggestedName: string }} options */
		async showSaveFilePicker({ suggestedName }) {
			const folder = await navigator.storage.getDirectory();
			return folder.getFileHandle(suggestedName, { create: true });
		},
	});
}

/** The size of the file that was written, in bytes; removes it. Runs in the page. */
async function takeFile() {
	const folder = await navigator.storage.getDirectory();
	let bytes = 0;
	for await (const handle of folder.values()) {
		if (!(handle instanceof FileSystemFileHandle)) continue;
		bytes += (await handle.getFile()).size;
		await folder.removeEntry(handle.name);
	}
	return bytes;
}

/** Exports all chats, and looks at the heap meanwhile. @param {Page} page the settings */
async function exportOnce(page) {
	const before = await heapOf(page);
	const session = await page.context().newCDPSession(page);
	const startedAt = Date.now();
	await page.getByRole('button', { name: 'Export all' }).click();
	let isDone = false;
	const done = page
		.getByRole('status')
		.filter({ hasText: 'exported' })
		.waitFor({ timeout: 0 })
		.then(() => {
			isDone = true;
		});
	let peak = before;
	while (!isDone) {
		const { usedSize } = await session.send('Runtime.getHeapUsage');
		peak = Math.max(peak, usedSize);
		await page.waitForTimeout(20);
	}
	await done;
	const took = Date.now() - startedAt;
	await session.detach();
	const bytes = await page.evaluate(takeFile);
	if (bytes === 0) throw new Error('The chats were not written to the chosen file.');
	return { growth: peak - before, took, bytes };
}

/**
 * Measures the heap of the settings while all chats are written to a file: of a quarter of the chats, and of all.
 * @param {Bench} bench @param {{ chats: number }} size twenty messages a chat, of about a kilobyte
 */
export async function measureExport(bench, { chats }) {
	const seeding = await openWithDatabase(bench);
	const size = { messagesPerChat: 20, charsPerMessage: 1_000 };
	const page = await bench.extension.context.newPage();
	await page.addInitScript(chooseOwnFile);
	const quarter = Math.round(chats / 4);
	await seedDatabase(seeding, { ...size, chats: quarter, prefix: 'first' });
	await page.goto(`${bench.extension.origin}/options.html`);
	const few = await exportOnce(page);
	await seedDatabase(seeding, { ...size, chats: chats - quarter, prefix: 'later' });
	await page.reload();
	const all = await exportOnce(page);
	await seeding.close();
	await page.close();
	return { few, all, ratio: all.growth / few.growth };
}
