import { DELETION, eraseIfDeleted, findChat } from './database/chat-rows.ts';
import { deleteCheckpointsWhere } from './database/checkpoint-rows.ts';
import type { WriteScope } from './database/connection.ts';
import type { StoreContext } from './database/context.ts';
import { chatRow, deletedChats, deletedRow, isDeletedRow, readChatRow } from './database/database.ts';
import type { TrashWrites } from './store.ts';

/** Makes the writes of a deletion that can be undone. They are strict: what was deleted is not seen again. */
export function createTrashWrites(context: StoreContext): TrashWrites {
	const { connection, now } = context;
	/** Looks again in the transaction: what has been asked or imported under this id since stays. */
	const purgeChat = (chatId: string) =>
		connection.write(DELETION, async (writing) => {
			const erased = await eraseIfDeleted(writing, chatId);
			const gone = new Set(erased);
			await deleteCheckpointsWhere(writing, (answerId) => gone.has(answerId));
			return erased !== null;
		});
	const CHATS: WriteScope = { tables: ['chats'], durability: 'strict' };

	return {
		markDeleted: (chatId) =>
			connection.write(CHATS, async (writing) => {
				const chat = await findChat(writing, chatId);
				if (chat) await writing.put('chats', deletedRow(chat, now()));
				return chat !== null;
			}),
		restoreChat: (chatId) =>
			connection.write(CHATS, async (writing) => {
				const row = await writing.table('chats').get(chatId);
				const chat = row && isDeletedRow(row) ? readChatRow(row) : null;
				if (chat) await writing.put('chats', chatRow(chat));
				return chat !== null;
			}),
		purgeChat,
		async purgeDeleted(ageMs, sparedIds) {
			const [old, all] = await connection.read(['chats'], (reading) => {
				const order = reading.index('chats', 'order');
				return Promise.all([order.getAllKeys(deletedChats(now() - ageMs)), order.count(deletedChats(now()))]);
			});
			const purgedIds: string[] = [];
			for (const id of old) if (!sparedIds.includes(id) && (await purgeChat(id))) purgedIds.push(id);
			return { purgedIds, younger: all - old.length };
		},
	};
}
