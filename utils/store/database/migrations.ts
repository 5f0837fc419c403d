import type { Transaction } from 'dexie';
import { type Checkpoint1, upgradeMessage, withCheckpoints } from '../../chat/version-1.ts';

export interface Migration {
	/** Counts up by one. */
	version: number;
	/** Dexie's notation: the primary key first, then the indexes. A table that is not named stays as it was; null deletes it. */
	tables: Record<string, string | null>;
	/** Rewrites rows of the version before. Sees the tables as they are after this version. */
	upgrade?: (transaction: Transaction) => Promise<void>;
}

/**
 * Every version of the database so far. A released entry is never edited; a change is a new entry behind it. The tests
 * keep rows of each version as it wrote them, and open them.
 */
export const migrations: readonly Migration[] = [
	{
		version: 1,
		tables: {
			// `order` sorts the list of chats: pinned first, newest first.
			chats: 'id, order',
			// Messages without their parts, written together with each message. Reading a chat's tree from here, by a range
			// of the primary key, takes a third of the time that a cursor over the keys of an index of `messages` takes.
			nodes: '[chatId+id]',
			// Only rows of running answers have `open`, so that orphans are found without a look at other rows.
			messages: 'id, chatId, open',
			checkpoints: '[answerId+seq]',
		},
	},
	{
		version: 2,
		tables: {},
		// Messages are now made of parts. The checkpoints of running answers are added to their rows, so that none of
		// version 1 is left.
		async upgrade(transaction) {
			const checkpoints = new Map<string, Checkpoint1[]>();
			const noted: Checkpoint1[] = await transaction.table('checkpoints').toArray();
			for (const checkpoint of noted) {
				const known = checkpoints.get(checkpoint.answerId);
				if (known) known.push(checkpoint);
				else checkpoints.set(checkpoint.answerId, [checkpoint]);
			}
			await transaction
				.table('messages')
				.toCollection()
				.modify((message, row) => {
					row.value = upgradeMessage(withCheckpoints(message, checkpoints.get(message.id) ?? []));
				});
			await transaction.table('checkpoints').clear();
		},
	},
];
