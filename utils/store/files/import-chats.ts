import type { MessageNode } from '../../chat/schema.ts';
import { byAge, descendantsOf } from '../../chat/tree.ts';
import { deleteCheckpointsWhere } from '../database/checkpoint-rows.ts';
import type { WriteScope } from '../database/connection.ts';
import type { StoreContext } from '../database/context.ts';
import { chatRow, messageRow, nodeRow, tableNames } from '../database/database.ts';
import { toStoreError } from '../database/store-error.ts';
import { ImportError, type ImportOutcome } from './chats-file.ts';
import { type ReadChat, readChatsFile, readExportedChat } from './read-chats-file.ts';

/**
 * Adds the chats of a file to those that are here. A chat that is here already stays as it is, whatever the file says.
 * Broken chats and messages are left out and counted, and so are messages that do not lead back to a first question, or
 * whose id another chat has. Rejects with an ImportError; the chats that were added until then stay.
 */
export async function importChats(context: StoreContext, file: Blob): Promise<ImportOutcome> {
	const outcome: ImportOutcome = { added: 0, kept: 0, skipped: 0 };
	const seen = new Set<string>();
	for (const exported of await readChatsFile(file)) {
		const read = readExportedChat(exported);
		if (!read || seen.has(read.chat.id)) {
			outcome.skipped += 1;
			continue;
		}
		seen.add(read.chat.id);
		try {
			const done = await addChat(context, read);
			outcome.added += done.added;
			outcome.kept += done.kept;
			outcome.skipped += done.skipped;
		} catch (cause) {
			throw new ImportError(toStoreError(cause).code, { outcome, cause });
		}
	}
	return outcome;
}

const ADDITION: WriteScope = {
	tables: tableNames,
	durability: 'strict',
};

/** Adds a chat in one transaction: all of it, or nothing. */
function addChat(
	{ connection, now }: StoreContext,
	{ chat, messages, messageCount }: ReadChat,
): Promise<ImportOutcome> {
	return connection.write(ADDITION, async (writing) => {
		if ((await writing.table('chats').count(chat.id)) > 0) return { added: 0, kept: 1, skipped: 0 };
		const counts = await Promise.all(messages.map(({ id }) => writing.table('messages').count(id)));
		const free = messages.filter((_, index) => counts[index] === 0);
		const nodes = rooted(free.map((message) => nodeRow(message, now())));
		const ids = new Set(nodes.map(({ id }) => id));
		const leafId = ids.has(chat.leafId ?? '') ? chat.leafId : newestLeafOf(nodes);
		await Promise.all([
			writing.add('chats', chatRow({ ...chat, leafId })),
			...nodes.map((node) => writing.put('nodes', node)),
			...free.filter(({ id }) => ids.has(id)).map((message) => writing.add('messages', messageRow(message))),
			// An answer that was deleted while it ran may have left checkpoints behind. They would be added to the
			// answer of the same id that is imported now.
			deleteCheckpointsWhere(writing, (answerId) => ids.has(answerId)),
		]);
		return { added: 1, kept: 0, skipped: messageCount - nodes.length };
	});
}

/** The messages that lead back to a first question. A message that follows a missing one, or itself, is left out. */
function rooted<Node extends MessageNode>(nodes: readonly Node[]): Node[] {
	const first = nodes.filter(({ parentId }) => parentId === null);
	const ids = new Set(first.flatMap(({ id }) => [id, ...descendantsOf(nodes, id)]));
	return nodes.filter(({ id }) => ids.has(id));
}

function newestLeafOf(nodes: readonly MessageNode[]): string | null {
	const parents = new Set(nodes.map(({ parentId }) => parentId));
	const leaves = nodes.filter(({ id }) => !parents.has(id));
	return leaves.sort(byAge).at(-1)?.id ?? null;
}
