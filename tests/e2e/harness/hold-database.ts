import type { Page } from '@playwright/test';

/**
 * Keeps the database busy, as a long write of another window would: every read waits until the database is released.
 * Chats must be stored before that.
 *
 * @returns a function that releases the database
 */
export async function holdDatabase(page: Page): Promise<() => Promise<void>> {
	const release = await page.evaluateHandle(async () => {
		const [found] = await indexedDB.databases();
		if (found?.name === undefined) throw new Error('There is no database yet.');
		const opening = indexedDB.open(found.name);
		await new Promise((resolve) => opening.addEventListener('success', resolve));
		const database = opening.result;
		const names = [...database.objectStoreNames];
		const table = database.transaction(names, 'readwrite').objectStore(names[0] ?? '');
		let isHeld = true;
		// A transaction stays open only as long as requests are made in it.
		const hold = (): void => {
			if (isHeld) table.count().addEventListener('success', hold);
			else database.close();
		};
		const begun = table.count();
		begun.addEventListener('success', hold);
		await new Promise((resolve) => begun.addEventListener('success', resolve));
		return () => {
			isHeld = false;
		};
	});
	return () => release.evaluate((call) => call());
}

/**
 * Resolves when all writes that this page has begun are made: a page that goes away takes what it has only begun with it.
 * Transactions on the same table are made one after the other.
 */
export async function untilWritten(page: Page): Promise<void> {
	const release = await holdDatabase(page);
	await release();
}
