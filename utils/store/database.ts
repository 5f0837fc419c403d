import Dexie, { type Table } from 'dexie';
import type { Checkpoint } from './checkpoint.ts';
import { type Migration, migrations as released } from './migrations.ts';
import type { ChatRow, MessageRow, NodeRow } from './rows.ts';

export interface DatabaseOptions {
	name: string;
	/** `strict`: a commit is on the disk; `relaxed`: it is with the operating system. Durability belongs to an instance. */
	durability: 'strict' | 'relaxed';
	/** In place of the global ones. */
	dependencies?: { indexedDB: IDBFactory; IDBKeyRange: typeof globalThis.IDBKeyRange };
	migrations?: readonly Migration[];
}

/** The tables. Opens itself at the first use, not before. */
export class ChatDatabase extends Dexie {
	readonly chats: Table<ChatRow, string>;
	readonly nodes: Table<NodeRow, [chatId: string, id: string]>;
	readonly messages: Table<MessageRow, string>;
	readonly checkpoints: Table<Checkpoint, [answerId: string, seq: number]>;

	constructor({ name, durability, dependencies, migrations = released }: DatabaseOptions) {
		// The cache would show live queries what is not committed yet, and hold every text twice.
		super(name, { ...dependencies, chromeTransactionDurability: durability, cache: 'disabled' });
		for (const { version, tables, upgrade } of migrations) {
			const declared = this.version(version).stores(tables);
			if (upgrade) declared.upgrade(upgrade);
		}
		this.chats = this.table('chats');
		this.nodes = this.table('nodes');
		this.messages = this.table('messages');
		this.checkpoints = this.table('checkpoints');
	}
}
