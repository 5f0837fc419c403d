import type { Chat, Message, MessageNode } from '../chat/schema.ts';
import { findChat, findNodes } from './database/chat-rows.ts';
import { createStoreContext, type StoreOptions } from './database/context.ts';
import { presentChats } from './database/database.ts';
import type { Changes } from './database/notices.ts';
import { createReads } from './reads.ts';

/** What of a chat says whether an index of it is up to date. */
interface ChatOutline {
	id: string;
	/** Null where there is no such chat. */
	chat: Chat | null;
	/** Every message of the chat; none where there is no such chat. */
	nodes: MessageNode[];
}

/** What an index of all messages is made of. Nothing is opened before the first call; promises reject with a StoreError. */
export interface SearchSource {
	/** All chats: the pinned first, then the most recently used. */
	listChats(): Promise<string[]>;
	countMessages(): Promise<number>;
	readOutlines(chatIds: readonly string[]): Promise<ChatOutline[]>;
	/** Those that are gone, or beyond repair, are left out. */
	readMessages(ids: readonly string[]): Promise<Map<string, Message>>;
	/** Calls `listener` after each change, whichever window makes it; with null when anything may have changed. */
	listen(listener: (changes: Changes | null) => void): void;
}

export function createSearchSource(options: StoreOptions = {}): SearchSource {
	const context = createStoreContext(options);
	const { connection } = context;
	return {
		listChats: () =>
			connection.read(['chats'], (reading) => reading.index('chats', 'order').getAllKeys(presentChats())),
		countMessages: () => connection.read(['nodes'], (reading) => reading.table('nodes').count()),
		readOutlines: (chatIds) =>
			connection.read(['chats', 'nodes'], (reading) =>
				Promise.all(
					chatIds.map(async (id) => {
						const chat = await findChat(reading, id);
						return { id, chat, nodes: chat ? await findNodes(reading, id) : [] };
					}),
				),
			),
		readMessages: createReads(context).getMessages,
		listen: (listener) => void connection.notices.listen(listener),
	};
}
