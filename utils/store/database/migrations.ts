import type { Transaction } from 'dexie';
import { type Checkpoint1, upgradeMessage, withCheckpoints } from '../../chat/version-1.ts';

export interface Migration {
	/** Counts up by one. */
	version: number;
	/** Dexie's notation: the primary key first, then the indexes. A table not named stays as it was; null drops it. */
	tables: Record<string, string | null>;
	/** Rewrites rows of the version before. Sees the tables as they are after this version. */
	upgrade?: (transaction: Transaction) => Promise<void>;
}

/**
 * Every version of the database there has been. A released entry is never edited, only followed by the next; the rows
 * of each stand frozen beside the tests that open them.
 */
export const migrations: readonly Migration[] = [
	{
		version: 1,
		tables: {
			// `order` sorts the list of chats: pinned first, newest first.
			chats: 'id, order',
			// The skeletons of messages, one write with each message. Reading a chat's tree from here, by range of the
			// primary key, takes a third of the time that a cursor over the keys of an index of `messages` takes.
			nodes: '[chatId+id]',
			// `open` stands only in rows of answers that run, so that finding orphans costs nothing.
			messages: 'id, chatId, open',
			checkpoints: '[answerId+seq]',
		},
	},
	{
		version: 2,
		tables: {},
		// Messages are made of parts. What was noted of answers that ran goes into their rows, so that no checkpoint of
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
