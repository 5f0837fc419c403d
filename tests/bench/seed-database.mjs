// @ts-check

/** @import { Page } from '@playwright/test' */

/**
 * Writes chats directly into the database, in the rows of the store's version 1. They are a second apart, the newest last.
 * @param {Page} page an extension page that has opened the database
 * @param {{ chats: number, messagesPerChat: number, charsPerMessage: number, prefix: string }} size
 */
export async function seedDatabase(page, size) {
	await page.evaluate(async ({ chats, messagesPerChat, charsPerMessage, prefix }) => {
		/** @type {IDBDatabase} */
		const db = await new Promise((resolve, reject) => {
			const request = indexedDB.open('lockchat');
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
		const sentence = 'Some words of **mixed** text, `code` and a [link](https://example.com). ';
		const content = sentence.repeat(Math.ceil(charsPerMessage / sentence.length)).slice(0, charsPerMessage);
		const start = Date.now() - chats * messagesPerChat * 1000;
		const CHATS_AT_ONCE = 200;
		for (let first = 0; first < chats; first += CHATS_AT_ONCE) {
			const transaction = db.transaction(['chats', 'nodes', 'messages'], 'readwrite', {
				durability: 'relaxed',
			});
			const [chatTable, nodeTable, messageTable] = ['chats', 'nodes', 'messages'].map((name) =>
				transaction.objectStore(name),
			);
			for (let c = first; c < Math.min(chats, first + CHATS_AT_ONCE); c += 1) {
				const chatId = `${prefix}-${c}`;
				let parentId = null;
				let createdAt = start + c * messagesPerChat * 1000;
				for (let m = 0; m < messagesPerChat; m += 1) {
					const role = m % 2 === 0 ? 'user' : 'assistant';
					const id = `${chatId}-${m}`;
					createdAt += 1000;
					messageTable?.put({
						id,
						chatId,
						parentId,
						role,
						parts: [{ type: 'text', text: `${m}: ${content}` }],
						status: 'done',
						createdAt,
					});
					nodeTable?.put({ id, chatId, parentId, role, createdAt, updatedAt: createdAt });
					parentId = id;
				}
				chatTable?.put({
					id: chatId,
					title: `Chat ${c}`,
					isPinned: false,
					endpointId: 'bench',
					model: 'script:first-token',
					leafId: parentId,
					createdAt,
					updatedAt: createdAt,
					order: [1, -createdAt],
				});
			}
			await new Promise((resolve, reject) => {
				transaction.oncomplete = () => resolve(undefined);
				transaction.onabort = () => reject(transaction.error);
			});
		}
		db.close();
	}, size);
}

/**
 * Sets the chat that the next window shows when it opens.
 * @param {Page} page @param {string | null} chatId
 */
export async function openNextOn(page, chatId) {
	await page.evaluate((id) => chrome.storage.session.set({ 'current-chat': id }), chatId);
}

/**
 * A page of the extension whose database has its tables.
 * @param {import('./types.ts').Bench} bench
 */
export async function openWithDatabase({ extension }) {
	const page = await extension.open('options.html');
	// A window that opens with a chat reads that chat, which makes the database.
	await openNextOn(page, 'none');
	await page.goto(`${extension.origin}/sidepanel.html`);
	await page.waitForFunction(async () => {
		const [known] = (await indexedDB.databases()).filter(({ name }) => name === 'lockchat');
		return (known?.version ?? 0) >= 10;
	});
	return page;
}
