import type { MessageNode } from '../chat/message-node.ts';
import { byAge } from '../chat/tree-index.ts';
import type { Chat } from '../chat/types.ts';
import { readRows } from './row-reader.ts';
import { readChat, readNode } from './schemas.ts';
import type { StoreContext } from './store-context.ts';

export async function findChat({ connection, damage }: StoreContext, chatId: string): Promise<Chat | null> {
	const row = await connection.relaxed.chats.get(chatId);
	return row ? readChat(row, damage) : null;
}

/** The chat's tree, oldest first. */
export async function findNodes(
	{ connection, damage }: StoreContext,
	chatId: string,
): Promise<MessageNode[]> {
	const rows = await connection.relaxed.nodes.where('chatId').equals(chatId).toArray();
	return readRows(rows, readNode, damage).sort(byAge);
}
