import { blobIdsOf } from '../chat/parts.ts';
import { isRunning } from '../chat/reduce.ts';
import type { Chat, Message } from '../chat/schema.ts';
import { descendantsOf, leafAfterDelete, treeIndexOf } from '../chat/tree.ts';
import { dropUnusedBlobs } from './database/blob-rows.ts';
import { changeChat, DELETION, findNodes } from './database/chat-rows.ts';
import { deleteCheckpointsWhere, partialOf, readCheckpoints } from './database/checkpoint-rows.ts';
import type { StoreContext } from './database/context.ts';
import { readMessageRow } from './database/database.ts';
import { deleteMessages, putMessage } from './database/message-rows.ts';
import type { Writing } from './database/transactions.ts';
import type { CutMessages, MessageCuts } from './store.ts';

/** Makes the deletions of messages. They are strict: nothing that was deleted may come back by itself. */
export function createMessageCuts(context: StoreContext): MessageCuts {
	const { connection } = context;

	async function readMessage(writing: Writing, id: string): Promise<Message | null> {
		const row = await writing.table('messages').get(id);
		const message = row ? readMessageRow(row) : null;
		if (!message || !isRunning(message)) return message;
		return partialOf(message, await readCheckpoints(writing, id));
	}

	/** Makes these messages follow another one. Returns what they followed before. */
	async function move(writing: Writing, ids: readonly string[], parentId: string | null) {
		const before: CutMessages['moved'][number][] = [];
		for (const id of ids) {
			const message = await readMessage(writing, id);
			if (!message) continue;
			before.push({ id, parentId: message.parentId });
			await putMessage(writing, { ...message, parentId }, context);
		}
		return before;
	}

	return {
		cutMessages: (messageId, alone) =>
			connection.write(DELETION, async (writing) => {
				const chatId = (await writing.table('messages').get(messageId))?.chatId;
				if (chatId === undefined) return null;
				const nodes = await findNodes(writing, chatId);
				const goneIds = alone ?? [messageId, ...descendantsOf(nodes, messageId)];
				const gone = new Set(goneIds);
				const messages = (await Promise.all(goneIds.map((id) => readMessage(writing, id)))).filter(
					(message) => message !== null,
				);
				const followers = nodes.filter(({ id, parentId }) => !gone.has(id) && gone.has(parentId ?? ''));
				const moved = await move(
					writing,
					followers.map(({ id }) => id),
					treeIndexOf(nodes).byId.get(messageId)?.parentId ?? null,
				);
				const blobIds = messages.flatMap(({ parts }) => blobIdsOf(parts));
				const read = await Promise.all(blobIds.map((id) => writing.table('blobs').get(id)));
				const blobs = read.filter((blob) => blob !== undefined);
				await deleteMessages(writing, chatId, goneIds);
				if (blobs.length > 0) await dropUnusedBlobs(writing);
				await deleteCheckpointsWhere(writing, (answerId) => gone.has(answerId));
				let leafId: string | null = null;
				const change = (chat: Chat) => {
					leafId = chat.leafId;
					const isLeafGone = leafId !== null && gone.has(leafId);
					return isLeafGone
						? { ...chat, leafId: leafAfterDelete(nodes, { deletedId: messageId, leafId }) }
						: chat;
				};
				await changeChat(writing, { chatId, change });
				return { chatId, leafId, messages, moved, blobs };
			}),

		mendCut: ({ chatId, leafId, messages, moved, blobs }) =>
			connection.write(DELETION, async (writing) => {
				const nodes = await findNodes(writing, chatId);
				const known = new Set(nodes.map(({ id }) => id));
				for (const message of messages) {
					const isRooted = message.parentId === null || known.has(message.parentId);
					if (!isRooted || (await writing.table('messages').count(message.id)) > 0) continue;
					await putMessage(writing, message, context);
					known.add(message.id);
					const own = blobIdsOf(message.parts);
					for (const blob of blobs) if (own.includes(blob.id)) await writing.put('blobs', blob);
				}
				for (const { id, parentId } of moved) {
					if (known.has(id) && (parentId === null || known.has(parentId)))
						await move(writing, [id], parentId);
				}
				const change = (chat: Chat) => (known.has(leafId ?? '') ? { ...chat, leafId } : chat);
				return changeChat(writing, { chatId, change });
			}),
	};
}
