/** Rows as the tables hold them: the fields that the rest of the project knows, and keys that only the indexes need. */

import Dexie, { type Table } from 'dexie';
import { isRunning } from '../../chat/reduce.ts';
import { type Reader, readChat, readMessage } from '../../chat/repair.ts';
import type { Chat, Message, MessageNode } from '../../chat/schema.ts';
import type { Checkpoint } from './checkpoint-rows.ts';
import { type Migration, migrations as released } from './migrations.ts';

export interface ChatRow extends Chat {
	/** `[0 if pinned, else 1; -updatedAt]`: in ascending order, since only an ascending read takes a single request. */
	order: [number, number];
}

export interface NodeRow extends MessageNode {
	chatId: string;
}

export interface MessageRow extends Message {
	/** Only rows of running answers have it; the index leaves out rows that do not. */
	open?: 1;
}

export function chatRow(chat: Chat): ChatRow {
	return { ...chat, order: [chat.isPinned ? 0 : 1, -chat.updatedAt] };
}

export function messageRow(message: Message): MessageRow {
	return isRunning(message) ? { ...message, open: 1 } : message;
}

/** Rows keep whatever fields they have, but for those that only the indexes need. */
function withoutKey(row: unknown, key: string): unknown {
	if (typeof row !== 'object' || row === null) return row;
	const { [key]: _, ...rest }: Record<string, unknown> = { ...row };
	return rest;
}

export const readMessageRow: Reader<Message> = (row, damage) => readMessage(withoutKey(row, 'open'), damage);
export const readChatRow: Reader<Chat> = (row, damage) => readChat(withoutKey(row, 'order'), damage);

export function nodeRow({ id, chatId, parentId, role, createdAt }: Message, updatedAt: number): NodeRow {
	return { id, chatId, parentId, role, createdAt, updatedAt };
}

export interface DatabaseOptions {
	name: string;
	/** `strict`: what is committed is on the disk; `relaxed`: the operating system has it. One for each instance. */
	durability: 'strict' | 'relaxed';
	/** Used instead of the global ones. */
	dependencies?: { indexedDB: IDBFactory; IDBKeyRange: typeof globalThis.IDBKeyRange };
	migrations?: readonly Migration[];
}

/** The tables. The database is opened when it is first used. */
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
