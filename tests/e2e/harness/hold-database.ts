import type { Page } from '@playwright/test';

/**
 * Keeps the database busy, as another window's long write would: whatever is read from it waits until it is released.
 * The chats must have been stored by then.
 *
 * @returns what releases it
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
		// A transaction lives for as long as it is asked for something.
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
