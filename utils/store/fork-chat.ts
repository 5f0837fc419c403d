import { isRunning } from '../chat/reduce.ts';
import type { Chat, Message } from '../chat/schema.ts';
import { pathTo } from '../chat/tree.ts';
import { findChat, findNodes } from './database/chat-rows.ts';
import { partialOf, readCheckpoints } from './database/checkpoint-rows.ts';
import type { WriteScope } from './database/connection.ts';
import type { StoreContext } from './database/context.ts';
import { chatRow, readMessageRow, tableNames } from './database/database.ts';
import { putMessage } from './database/message-rows.ts';
import type { ChatWrites } from './store.ts';

const FORK: WriteScope = { tables: tableNames, durability: 'relaxed' };

/** Makes the write that copies the path to a message into a chat of its own. */
export function createForks(context: StoreContext): Pick<ChatWrites, 'forkChat'> {
	const { connection, now } = context;
	return {
		forkChat: ({ chatId, messageId, title }) =>
			connection.write(FORK, async (writing) => {
				const parent = await findChat(writing, chatId);
				const path = pathTo(await findNodes(writing, chatId), messageId);
				if (!parent || path.length === 0) return null;
				const id = crypto.randomUUID();
				let parentId: string | null = null;
				for (const node of path) {
					const row = await writing.table('messages').get(node.id);
					const read = row ? readMessageRow(row) : null;
					// A copy with a hole in it would not say what was said.
					if (!read) return null;
					const message: Message = isRunning(read)
						? partialOf(read, await readCheckpoints(writing, read.id))
						: read;
					const copy: Message = { ...message, id: crypto.randomUUID(), chatId: id, parentId };
					await putMessage(writing, copy, context);
					parentId = copy.id;
				}
				const chat: Chat = {
					...parent,
					id,
					title,
					isPinned: false,
					leafId: parentId,
					forkedFrom: { chatId, title: parent.title },
					createdAt: now(),
					updatedAt: now(),
				};
				await writing.put('chats', chatRow(chat));
				return id;
			}),
	};
}
