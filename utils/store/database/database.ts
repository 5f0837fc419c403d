/** Rows as the tables hold them: the fields that the rest of the project knows, and keys that only the indexes need. */

import type { DBSchema, StoreNames } from 'idb';
import { blobIdsOf } from '../../chat/parts.ts';
import { type Growth, isRunning } from '../../chat/reduce.ts';
import { type Reader, readChat, readMessage } from '../../chat/repair.ts';
import type { Chat, Message, MessageNode } from '../../chat/schema.ts';

export interface ChatRow extends Chat {
	/**
	 * The key of the list of chats: `[0 if pinned, else 1; -updatedAt]`. It is in ascending order, since only an
	 * ascending read takes a single request. A chat that the user has deleted, and can still bring back, stands behind
	 * all others: `[2; the time of its deletion]`.
	 */
	order: [number, number];
}

export interface NodeRow extends MessageNode {
	chatId: string;
}

export interface MessageRow extends Message {
	/** Only rows of running answers have it; the index leaves out rows that do not. */
	open?: 1;
	/** Only rows of messages with pictures have it: the pictures that no row names are deleted. */
	blobIds?: string[];
}

/** The bytes of a picture. */
export interface BlobRow {
	id: string;
	/** A `data:` address with the picture in base64: so it is drawn, sent and exported. */
	url: string;
}

/** A piece of a running answer: what has come since the last checkpoint. */
export interface Checkpoint {
	answerId: string;
	/**
	 * The number of the checkpoint, which grows with each one of an answer and may begin anywhere. A checkpoint that
	 * is written twice is stored once.
	 */
	seq: number;
	growth: readonly Growth[];
}

/** What the tables hold, and by which keys and indexes it is found. `migrations.ts` makes the tables. */
export interface Tables extends DBSchema {
	chats: { key: string; value: ChatRow; indexes: { order: ChatRow['order'] } };
	nodes: { key: [chatId: string, id: string]; value: NodeRow };
	messages: { key: string; value: MessageRow; indexes: { chatId: string; open: 1; blobIds: string } };
	checkpoints: { key: [answerId: string, seq: number]; value: Checkpoint };
	blobs: { key: string; value: BlobRow };
}

export type TableName = StoreNames<Tables>;

export const tableNames: readonly TableName[] = ['chats', 'nodes', 'messages', 'checkpoints', 'blobs'];

/** Every key that begins with this id, in a table whose keys have two parts. */
export function keysOf(id: string): IDBKeyRange {
	// In the order of keys, an array comes after everything else that a key can hold.
	return IDBKeyRange.bound([id], [id, []]);
}

export function chatRow(chat: Chat): ChatRow {
	return { ...chat, order: [chat.isPinned ? 0 : 1, -chat.updatedAt] };
}

/** The first part of the key of a chat that was deleted and can still be brought back. */
const DELETED = 2;

/** The keys of the chats that are there, and of those that were deleted up to a moment and are still in the table. */
export const presentChats = (): IDBKeyRange => IDBKeyRange.upperBound([DELETED]);
export const deletedChats = (until: number): IDBKeyRange => IDBKeyRange.bound([DELETED], [DELETED, until]);

export function deletedRow(chat: Chat, deletedAt: number): ChatRow {
	return { ...chat, order: [DELETED, deletedAt] };
}

export function isDeletedRow({ order }: ChatRow): boolean {
	return Array.isArray(order) && order[0] === DELETED;
}

export function messageRow(message: Message): MessageRow {
	const blobIds = blobIdsOf(message.parts);
	return { ...message, ...(isRunning(message) && { open: 1 }), ...(blobIds.length > 0 && { blobIds }) };
}

/** The row without the fields that only indexes need. All other fields stay. */
function withoutKeys(row: unknown, ...keys: string[]): unknown {
	if (typeof row !== 'object' || row === null) return row;
	return Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key)));
}

export const readMessageRow: Reader<Message> = (row) => readMessage(withoutKeys(row, 'open', 'blobIds'));
export const readChatRow: Reader<Chat> = (row) => readChat(withoutKeys(row, 'order'));

export function nodeRow({ id, chatId, parentId, role, createdAt }: Message, updatedAt: number): NodeRow {
	return { id, chatId, parentId, role, createdAt, updatedAt };
}
