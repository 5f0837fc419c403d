import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { type Checkpoint1, upgradeMessage, withCheckpoints } from '../../chat/version-1.ts';

export interface Migration {
	/** The number of this version: one more than that of the version before. */
	version: number;
	/**
	 * Makes and deletes tables and indexes, and rewrites rows of the version before. It may wait for requests of this
	 * transaction and for nothing else, since the transaction ends as soon as it has none.
	 */
	upgrade(database: IDBPDatabase, transaction: UpgradeTransaction): void | Promise<void>;
}

export type UpgradeTransaction = IDBPTransaction<unknown, string[], 'versionchange'>;

/**
 * Every version of the database so far. A released entry is never edited; a change is a new entry behind it. The tests
 * keep rows of each version as it wrote them, and open them.
 */
export const migrations: readonly Migration[] = [
	{
		version: 1,
		upgrade(database) {
			// `order` sorts the list of chats: pinned first, newest first.
			database.createObjectStore('chats', { keyPath: 'id' }).createIndex('order', 'order');
			// Messages without their parts, written together with each message. Reading a chat's tree from here, by a range
			// of the primary key, takes a third of the time that a cursor over the keys of an index of `messages` takes.
			database.createObjectStore('nodes', { keyPath: ['chatId', 'id'] });
			// Only rows of running answers have `open`, so that orphans are found without a look at other rows.
			const messages = database.createObjectStore('messages', { keyPath: 'id' });
			messages.createIndex('chatId', 'chatId');
			messages.createIndex('open', 'open');
			database.createObjectStore('checkpoints', { keyPath: ['answerId', 'seq'] });
		},
	},
	{
		version: 2,
		// Messages are now made of parts. The checkpoints of running answers are added to their rows, so that none of
		// version 1 is left.
		async upgrade(_, transaction) {
			const checkpoints = new Map<string, Checkpoint1[]>();
			const noted: Checkpoint1[] = await transaction.objectStore('checkpoints').getAll();
			for (const checkpoint of noted) {
				const known = checkpoints.get(checkpoint.answerId);
				if (known) known.push(checkpoint);
				else checkpoints.set(checkpoint.answerId, [checkpoint]);
			}
			for await (const cursor of transaction.objectStore('messages')) {
				const message = cursor.value;
				await cursor.update(upgradeMessage(withCheckpoints(message, checkpoints.get(message.id) ?? [])));
			}
			await transaction.objectStore('checkpoints').clear();
		},
	},
	{
		version: 3,
		upgrade(database, transaction) {
			database.createObjectStore('blobs', { keyPath: 'id' });
			// Messages of earlier versions have no pictures of their own, so their rows need no such key.
			transaction.objectStore('messages').createIndex('blobIds', 'blobIds', { multiEntry: true });
		},
	},
];
