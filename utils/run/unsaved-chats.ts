import type { Chat, Message } from '../chat/types.ts';
import type { RunStore } from '../store/store.ts';
import type { UnsavedChat } from './protocol.ts';

/** The memory of a background whose database refuses: a full disk, a private window. */
export interface UnsavedChats {
	/** Messages with an id that is known take its place. */
	remember(chat: Chat, messages: readonly Message[]): void;
	get(chatId: string): UnsavedChat | null;
	/** From the first remembered message to this one; empty when it is not remembered. */
	pathTo(chatId: string, leafId: string | null): Message[];
	/** Writes all that is remembered of a chat, and forgets it; rejects with the StoreError while that fails. */
	save(store: RunStore, chatId: string): Promise<void>;
	forget(chatId: string): void;
}

export function createUnsavedChats(): UnsavedChats {
	const chats = new Map<string, { chat: Chat; messages: Map<string, Message> }>();

	return {
		remember(chat, messages) {
			const known = chats.get(chat.id)?.messages ?? new Map<string, Message>();
			for (const message of messages) known.set(message.id, message);
			chats.set(chat.id, { chat, messages: known });
		},
		get(chatId) {
			const unsaved = chats.get(chatId);
			return unsaved ? { chat: unsaved.chat, messages: [...unsaved.messages.values()] } : null;
		},
		pathTo(chatId, leafId) {
			const messages = chats.get(chatId)?.messages;
			const path: Message[] = [];
			let message = leafId === null ? undefined : messages?.get(leafId);
			while (message && !path.includes(message)) {
				path.unshift(message);
				message = message.parentId === null ? undefined : messages?.get(message.parentId);
			}
			return path;
		},
		async save(store, chatId) {
			const unsaved = chats.get(chatId);
			if (!unsaved) return;
			const { chat, messages } = unsaved;
			for (const answer of messages.values()) {
				const question = answer.role === 'assistant' && messages.get(answer.parentId ?? '');
				if (!question) continue;
				await store.saveQuestion({ chat, question, answer });
				await store.saveAnswer(answer);
			}
			chats.delete(chatId);
		},
		forget: (chatId) => chats.delete(chatId),
	};
}
