// @ts-check

/** @import { Page } from '@playwright/test' */

/**
 * Writes chats directly into the database, in the rows of the store's version 1. They are a second apart, the newest last.
 * @param {Page} page an extension page that has opened the database
 * @param {{ chats: number, messagesPerChat: number, charsPerMessage: number, prefix: string, isVaried?: boolean }} size
 * where it is varied, each message has words of its own, English or Russian, some common and most rare
 */
export async function seedDatabase(page, size) {
	await page.evaluate(async ({ chats, messagesPerChat, charsPerMessage, prefix, isVaried }) => {
		/** @type {IDBDatabase} */
		const db = await new Promise((resolve, reject) => {
			const request = indexedDB.open('lockchat');
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
		const sentence = 'Some words of **mixed** text, `code` and a [link](https://example.com). ';
		const content = sentence.repeat(Math.ceil(charsPerMessage / sentence.length)).slice(0, charsPerMessage);
		// Every run makes the same texts.
		let state = 1;
		const random = () => {
			state = (state * 16_807) % 2_147_483_647;
			return state / 2_147_483_647;
		};
		const syllables = [
			['ka', 'lo', 'mi', 'ter', 'an', 'ri', 'so', 'ven', 'du', 'pe', 'gra', 'shi', 'ol', 'en', 'bra'],
			['ка', 'ло', 'ми', 'тер', 'ан', 'ри', 'со', 'вен', 'ду', 'пе', 'гра', 'ши', 'ол', 'ен', 'бра'],
		];
		const endings = [
			['', 's', 'ing', 'ed'],
			['', 'а', 'ами', 'ов'],
		];
		/** The words that are numbered low are said most. @param {0 | 1} language */
		const word = (language) => {
			const said = syllables[language] ?? [];
			let rest = Math.floor(60_000 ** random());
			let made = said[rest % said.length] ?? '';
			for (; rest > 0; rest = Math.floor(rest / said.length)) made += said[rest % said.length];
			return made + (endings[language]?.[Math.floor(random() * 4)] ?? '');
		};
		/** @param {string} number */
		const variedText = (number) => {
			const language = random() < 0.5 ? 0 : 1;
			let text = `${number} `;
			while (text.length < charsPerMessage) text += `${word(language)}${random() < 0.1 ? '. ' : ' '}`;
			return text;
		};
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
						parts: [{ type: 'text', text: isVaried ? variedText(`n${c}x${m}`) : `${m}: ${content}` }],
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
