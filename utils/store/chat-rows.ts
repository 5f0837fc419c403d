import type { Chat } from '../chat/types.ts';
import type { ChatDatabase } from './database.ts';
import { chatRow } from './rows.ts';
import { readChat } from './schemas.ts';
import type { StoreContext } from './store-context.ts';

/** Rewrites a chat's row, in a transaction over its table. False when there is no such chat. */
export async function changeChat(
	db: ChatDatabase,
	{ chatId, change }: { chatId: string; change: (chat: Chat) => Chat },
	{ damage }: StoreContext,
): Promise<boolean> {
	const row = await db.chats.get(chatId);
	const chat = row ? readChat(row, damage) : null;
	if (!chat) return false;
	await db.chats.put(chatRow(change(chat)));
	return true;
}
