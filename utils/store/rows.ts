/** Rows as they stand in the tables: what the rest of the project knows, and the keys its indexes need beside it. */
import type { MessageNode } from '../chat/message-node.ts';
import type { Chat, Message } from '../chat/types.ts';

export interface ChatRow extends Chat {
	/** Sorts forwards, as only a forward read takes one request: `[0 if pinned, else 1; -updatedAt]`. */
	order: [number, number];
}

export interface NodeRow extends MessageNode {
	chatId: string;
}

export interface MessageRow extends Message {
	/** Only in rows of answers that run: a row without the key stays out of the index. */
	open?: 1;
}

export function chatRow(chat: Chat): ChatRow {
	return { ...chat, order: [chat.isPinned ? 0 : 1, -chat.updatedAt] };
}

export function messageRow(message: Message): MessageRow {
	const isOpen = message.status === 'waiting' || message.status === 'streaming';
	return isOpen ? { ...message, open: 1 } : message;
}

export function nodeRow({ id, chatId, parentId, role, createdAt }: Message, updatedAt: number): NodeRow {
	return { id, chatId, parentId, role, createdAt, updatedAt };
}
