import type { Chat, Message } from '../../../utils/chat/schema.ts';
import type { NodeRow } from '../../../utils/store/database/database.ts';
import { resultOf } from './version-1.ts';

/** Every row of every table, as it stands. */
export interface Tables {
	chats: Chat[];
	nodes: NodeRow[];
	messages: Message[];
	checkpoints: unknown[];
}

export async function readTables({ name }: Disk): Promise<Tables> {
	const opening = indexedDB.open(name);
	await resultOf(opening);
	const db = opening.result;
	const read = async (table: keyof Tables) => {
		const rows = await resultOf(db.transaction(table).objectStore(table).getAll());
		return Array.isArray(rows) ? rows : [];
	};
	const tables = {
		chats: await read('chats'),
		nodes: await read('nodes'),
		messages: await read('messages'),
		checkpoints: await read('checkpoints'),
	};
	db.close();
	return tables;
}

interface Disk {
	name: string;
}

/** The messages that hang on nothing, or in a circle, and whatever else makes a chat's tree no tree. */
export function flawsOf({ chats, nodes, messages }: Tables): string[] {
	const byKey = new Map(nodes.map((node) => [`${node.chatId} ${node.id}`, node]));
	const texts = new Map(messages.map((message) => [message.id, message]));
	const chatIds = new Set(chats.map(({ id }) => id));
	const leadsBack = (start: NodeRow) => {
		const seen = new Set<NodeRow>();
		let node: NodeRow | undefined = start;
		while (node && node.parentId !== null && !seen.has(node)) {
			seen.add(node);
			node = byKey.get(`${node.chatId} ${node.parentId}`);
		}
		return node?.parentId === null;
	};
	return [
		...nodes.filter((node) => !leadsBack(node)).map(({ id }) => `${id} leads to no first question`),
		...nodes.filter(({ chatId }) => !chatIds.has(chatId)).map(({ id }) => `${id} has no chat`),
		...nodes
			.filter(
				({ id, chatId, parentId }) =>
					texts.get(id)?.chatId !== chatId || texts.get(id)?.parentId !== parentId,
			)
			.map(({ id }) => `${id} has a node that is not its own`),
		...messages
			.filter(({ id, chatId }) => !byKey.has(`${chatId} ${id}`))
			.map(({ id }) => `${id} has no node`),
		...messages
			.filter(({ status }) => status === 'waiting' || status === 'streaming')
			.map(({ id }) => `${id} runs`),
		...chats
			.filter(({ id, leafId }) => leafId !== null && !byKey.has(`${id} ${leafId}`))
			.map(({ id }) => `${id} shows nothing`),
	];
}
