import { textOf } from '../../../utils/chat/parts.ts';
import type { Chat, Message, MessageNode } from '../../../utils/chat/schema.ts';
import type { ExtensionApi } from '../../e2e/harness/extension-api.ts';
import type { Realm } from './chaos-browser.ts';

declare const chrome: ExtensionApi;

/** A message with its text in one piece, in place of its parts. */
export type StoredMessage = Omit<Message, 'parts'> & { content: string };

/** All rows of the extension's database, as they are stored, but for chats that were deleted and are marked so. */
export interface DatabaseRows {
	chats: Chat[];
	nodes: (MessageNode & { chatId: string })[];
	messages: StoredMessage[];
	checkpoints: { answerId: string; seq: number }[];
	/** The questions that wait for an answer before them, or for the user where that has not ended well. */
	waiting: string[];
}

/** Reads everything, the database in one transaction, without the product's own code. */
export async function readDatabase(page: Realm): Promise<DatabaseRows> {
	const { chats, nodes, messages, checkpoints } = await readRows(page);
	const waiting = await readWaiting(page);
	// Nobody sees these any more. Where the background has died since, they stay for a minute.
	const gone = new Set(chats.filter(isMarked).map(({ id }) => id));
	const isThere = ({ chatId }: { chatId: string }) => !gone.has(chatId);
	return {
		chats: chats.filter(({ id }) => !gone.has(id)),
		nodes: nodes.filter(isThere),
		checkpoints,
		waiting: waiting.filter(isThere).map(({ text }) => text),
		messages: messages.filter(isThere).map(({ parts, ...rest }) => ({ ...rest, content: textOf(parts) })),
	};
}

/** A chat that was deleted and can be brought back stands at another place of the list's index. */
function isMarked(chat: Chat): boolean {
	const order: unknown = Reflect.get(chat, 'order');
	return Array.isArray(order) && order[0] === 2;
}

/** Waiting questions with their chats. They stand in `storage.session`, as windows show them above the composer. */
export async function readWaiting(page: Realm): Promise<{ chatId: string; text: string }[]> {
	const questions = await page.evaluate(async () => {
		const items = Object.entries(await chrome.storage.session.get(null));
		return items
			.filter(([key]) => key.startsWith('waiting:'))
			.flatMap(([, item]) => (item as { questions: { question: Message }[] }).questions);
	});
	return questions.map(({ question: { chatId, parts } }) => ({ chatId, text: textOf(parts) }));
}

type Rows = Omit<DatabaseRows, 'messages' | 'waiting'> & { messages: Message[] };

function readRows(page: Realm): Promise<Rows> {
	return page.evaluate(async () => {
		const rows: Rows = {
			chats: [],
			nodes: [],
			messages: [],
			checkpoints: [],
		};
		// Opening a database that is not there would make one without tables.
		const known = await indexedDB.databases();
		if (!known.some(({ name }) => name === 'lockchat')) return rows;
		const resultOf = <Result>(request: IDBRequest<Result>) =>
			new Promise<Result>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
		const database = await resultOf(indexedDB.open('lockchat'));
		const transaction = database.transaction(['chats', 'nodes', 'messages', 'checkpoints'], 'readonly');
		rows.chats = await resultOf(transaction.objectStore('chats').getAll());
		rows.nodes = await resultOf(transaction.objectStore('nodes').getAll());
		rows.messages = await resultOf(transaction.objectStore('messages').getAll());
		rows.checkpoints = await resultOf(transaction.objectStore('checkpoints').getAll());
		database.close();
		return rows;
	});
}

/** Deletes all chats and drafts, and forgets which chat windows show when they open. No window may be open. */
export function clearDatabase(page: Realm): Promise<void> {
	return page.evaluate(async () => {
		await chrome.storage.session.clear();
		const known = await indexedDB.databases();
		if (!known.some(({ name }) => name === 'lockchat')) return;
		const resultOf = <Result>(request: IDBRequest<Result>) =>
			new Promise<Result>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
		const database = await resultOf(indexedDB.open('lockchat'));
		const names = [...database.objectStoreNames];
		const transaction = database.transaction(names, 'readwrite');
		await Promise.all(names.map((name) => resultOf(transaction.objectStore(name).clear())));
		database.close();
	});
}
