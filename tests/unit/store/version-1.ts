type Rows = Record<string, readonly object[]>;

/**
 * The database as version 1 wrote it, made without any of today's code. Frozen: versions to come must open this.
 * It was made through Dexie, which multiplies its versions by ten.
 *
 * Uses nothing from around it when it is given the rows, so that it can run in the page of a browser.
 */
export async function writeVersion1(name: string, rows: Rows = version1Rows): Promise<void> {
	const opening = indexedDB.open(name, 10);
	opening.onupgradeneeded = () => {
		const db = opening.result;
		db.createObjectStore('chats', { keyPath: 'id' }).createIndex('order', 'order');
		db.createObjectStore('nodes', { keyPath: ['chatId', 'id'] });
		const messages = db.createObjectStore('messages', { keyPath: 'id' });
		messages.createIndex('chatId', 'chatId');
		messages.createIndex('open', 'open');
		db.createObjectStore('checkpoints', { keyPath: ['answerId', 'seq'] });
	};
	await new Promise((resolve, reject) => {
		opening.onsuccess = resolve;
		opening.onerror = reject;
	});
	const db = opening.result;
	const tables = db.transaction(['chats', 'nodes', 'messages', 'checkpoints'], 'readwrite');
	for (const [table, each] of Object.entries(rows)) {
		for (const row of each) tables.objectStore(table).put(row);
	}
	await new Promise((resolve, reject) => {
		tables.oncomplete = resolve;
		tables.onerror = reject;
	});
	db.close();
}

/** One more row, as it is, into a database that is not open elsewhere or open at the same version. */
export async function putRaw(disk: { name: string }, table: string, row: object) {
	const opening = indexedDB.open(disk.name);
	await resultOf(opening);
	await resultOf(opening.result.transaction(table, 'readwrite').objectStore(table).put(row));
	opening.result.close();
}

export function resultOf(request: IDBRequest): Promise<unknown> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}

export const version1Rows = {
	chats: [
		{
			id: 'c1',
			title: 'Sky',
			isPinned: true,
			endpointId: 'e1',
			model: 'm1',
			systemPrompt: 'Be brief.',
			temperature: 0.5,
			leafId: 'a1',
			createdAt: 1,
			updatedAt: 5,
			order: [0, -5],
		},
	],
	nodes: [
		{ chatId: 'c1', id: 'a1', parentId: 'q1', role: 'assistant', createdAt: 3, updatedAt: 4 },
		{ chatId: 'c1', id: 'q1', parentId: null, role: 'user', createdAt: 2, updatedAt: 4 },
	],
	messages: [
		{
			id: 'q1',
			chatId: 'c1',
			parentId: null,
			role: 'user',
			content: 'Why is the sky blue?',
			status: 'done',
			attachments: [{ type: 'quote', text: 'blue', title: 'Sky', url: 'https://example.org' }],
			createdAt: 2,
		},
		{
			id: 'a1',
			chatId: 'c1',
			parentId: 'q1',
			role: 'assistant',
			content: 'The ',
			reasoning: 'Hm.',
			status: 'streaming',
			model: 'm1',
			endpointId: 'e1',
			usage: { promptTokens: 1, completionTokens: 2, totalTokens: 3 },
			createdAt: 3,
			open: 1,
		},
	],
	checkpoints: [
		{ answerId: 'a1', seq: 1, content: 'sky' },
		{ answerId: 'a1', seq: 2, content: '.', reasoning: ' Yes.' },
	],
};
