import { blobIdsOf } from '../../chat/parts.ts';
import type { Chat, Message, MessageNode } from '../../chat/schema.ts';
import { byAge, descendantsOf, newestLeafUnder } from '../../chat/tree.ts';
import { changeChat, eraseIfDeleted, findNodes } from '../database/chat-rows.ts';
import { deleteCheckpointsWhere } from '../database/checkpoint-rows.ts';
import type { WriteScope } from '../database/connection.ts';
import type { StoreContext } from '../database/context.ts';
import { type BlobRow, chatRow, messageRow, nodeRow, tableNames } from '../database/database.ts';
import type { Writing } from '../database/transactions.ts';
import type { ReadChat } from './read-chats-file.ts';

/** What became of a chat of a file. */
export interface Added {
	/** It was not here before. */
	isNew: boolean;
	/** How many messages were added. */
	addedCount: number;
	/** How many messages of the file were left out: broken, or leading back to no first question. */
	leftCount: number;
}

const ADDITION: WriteScope = {
	tables: tableNames,
	durability: 'strict',
};

/**
 * Adds a chat, or the messages that a chat here lacks, in one transaction: all of it, or nothing. One thing of a chat
 * that is here may change: where added messages go on from the last one that is shown, they are shown.
 */
export function addChat(
	context: StoreContext,
	{ chat, messages, blobs, messageCount }: Omit<ReadChat, 'cutCount'>,
): Promise<Added> {
	return context.connection.write(ADDITION, async (writing) => {
		await eraseIfDeleted(writing, chat.id);
		const isNew = (await writing.table('chats').count(chat.id)) === 0;
		const stored = isNew ? [] : await findNodes(writing, chat.id);
		const storedIds = new Set(stored.map(({ id }) => id));
		const lacking = messages.filter(({ id }) => !storedIds.has(id));
		const counts = await Promise.all(lacking.map(({ id }) => writing.table('messages').count(id)));
		const free = lacking.filter((_, index) => counts[index] === 0);
		const made = free.map((message) => nodeRow(message, context.now()));
		const nodes: MessageNode[] = [...stored, ...made];
		const rooted = rootedIds(nodes);
		const added = free.filter(({ id }) => rooted.has(id));
		await Promise.all([
			...(isNew ? [writing.add('chats', chatRow(withLeaf(chat, nodes, rooted)))] : []),
			...made.filter(({ id }) => rooted.has(id)).map((node) => writing.put('nodes', node)),
			...added.map((message) => writing.add('messages', messageRow(message))),
			forgetCheckpoints(writing, added),
		]);
		await addBlobs(writing, added, blobs);
		if (!isNew && added.length > 0) {
			const change = (here: Chat) => ({
				...here,
				leafId: here.leafId === null ? newestLeafOf(nodes, rooted) : newestLeafUnder(nodes, here.leafId),
			});
			await changeChat(writing, { chatId: chat.id, change });
		}
		const takenCount = messages.length - lacking.length + added.length;
		return { isNew, addedCount: added.length, leftCount: messageCount - takenCount };
	});
}

/** Adds the pictures of these messages. One that is here already stays as it is, whatever the file says. */
async function addBlobs(
	writing: Writing,
	added: readonly Message[],
	blobs: readonly BlobRow[],
): Promise<void> {
	const named = new Set(added.flatMap(({ parts }) => blobIdsOf(parts)));
	for (const blob of blobs) {
		const isNew = named.has(blob.id) && (await writing.table('blobs').count(blob.id)) === 0;
		if (isNew) await writing.put('blobs', blob);
	}
}

/** An answer that was deleted while it ran may have left checkpoints behind, which would be added to the one that comes. */
function forgetCheckpoints(writing: Writing, added: readonly Message[]): Promise<void> {
	const ids = new Set(added.map(({ id }) => id));
	return deleteCheckpointsWhere(writing, (answerId) => ids.has(answerId));
}

function withLeaf(chat: Chat, nodes: readonly MessageNode[], rooted: ReadonlySet<string>): Chat {
	return { ...chat, leafId: rooted.has(chat.leafId ?? '') ? chat.leafId : newestLeafOf(nodes, rooted) };
}

/** The messages that lead back to a first question: one that follows a missing message, or itself, is not among them. */
function rootedIds(nodes: readonly MessageNode[]): Set<string> {
	const first = nodes.filter(({ parentId }) => parentId === null);
	return new Set(first.flatMap(({ id }) => [id, ...descendantsOf(nodes, id)]));
}

function newestLeafOf(nodes: readonly MessageNode[], rooted: ReadonlySet<string>): string | null {
	const sound = nodes.filter(({ id }) => rooted.has(id));
	const parents = new Set(sound.map(({ parentId }) => parentId));
	const leaves = sound.filter(({ id }) => !parents.has(id));
	return leaves.sort(byAge).at(-1)?.id ?? null;
}
