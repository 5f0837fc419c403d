import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { reduce } from '../../chat/reduce.ts';
import type { Chat, Message } from '../../chat/schema.ts';
import type { RunStore } from '../../store/store.ts';
import type { UnsavedChat } from '../protocol.ts';

/** Where what a database refuses outlives the background: memory of the browser's, until it closes. */
export interface UnsavedRecord {
	/** Never rejects: what cannot be read is not there. */
	read(): Promise<UnsavedChat[]>;
	write(unsaved: UnsavedChat): void;
	remove(chatId: string): void;
}

const PREFIX = 'unsaved:';

/** Our own items, written by this version or one before: only what the code leans on is looked at. */
const isUnsavedChat = (item: unknown): item is UnsavedChat =>
	v.is(
		v.object({
			chat: v.object({ id: v.string() }),
			messages: v.array(v.object({ id: v.string(), parts: v.array(v.object({ type: v.string() })) })),
		}),
		item,
	);

/** In `storage.session`. A browser that has no room there either has them in the background's memory only. */
export function createUnsavedRecord(): UnsavedRecord {
	const { session } = browser.storage;
	const log = (error: unknown) => console.error('What is not saved is kept in memory only.', error);
	// One after the other: the last one stands.
	let writing: Promise<void> = Promise.resolve();
	const then = (write: () => Promise<void>) => {
		writing = writing.then(write).catch(log);
	};

	return {
		async read() {
			try {
				const items = Object.entries(await session.get(null));
				return items.flatMap(([key, item]) => (key.startsWith(PREFIX) && isUnsavedChat(item) ? [item] : []));
			} catch (error) {
				log(error);
				return [];
			}
		},
		write: (unsaved) => then(() => session.set({ [PREFIX + unsaved.chat.id]: unsaved })),
		remove: (chatId) => then(() => session.remove(PREFIX + chatId)),
	};
}

/** What a database refuses (a full disk, a private window): kept while the browser runs, also past this background. */
export interface UnsavedChats {
	/** Reads what a background before this one has left; everything else is to be called after it. Once, never rejects. */
	recall(): Promise<void>;
	/** Messages with an id that is known take its place. */
	remember(chat: Chat, messages: readonly Message[]): void;
	get(chatId: string): UnsavedChat | null;
	/** From the first remembered message to this one; empty when it is not remembered. */
	pathTo(chatId: string, leafId: string | null): Message[];
	/** Writes all that is remembered of a chat, and forgets it; rejects with the StoreError while that fails. */
	save(store: RunStore, chatId: string): Promise<void>;
	forget(chatId: string): void;
}

export function createUnsavedChats(record: UnsavedRecord): UnsavedChats {
	const chats = new Map<string, { chat: Chat; messages: Map<string, Message> }>();
	let recalled: Promise<void> | undefined;

	function get(chatId: string): UnsavedChat | null {
		const unsaved = chats.get(chatId);
		return unsaved ? { chat: unsaved.chat, messages: [...unsaved.messages.values()] } : null;
	}

	function put({ chat, messages }: { chat: Chat; messages: readonly Message[] }): void {
		const known = chats.get(chat.id)?.messages ?? new Map<string, Message>();
		for (const message of messages) known.set(message.id, message);
		chats.set(chat.id, { chat, messages: known });
	}

	function forget(chatId: string): void {
		if (chats.delete(chatId)) record.remove(chatId);
	}

	return {
		recall() {
			// What ran then does not run any more.
			recalled ??= record.read().then((left) => {
				for (const { chat, messages } of left)
					put({ chat, messages: messages.map((message) => reduce(message, { type: 'interrupted' })) });
			});
			return recalled;
		},
		remember(chat, messages) {
			put({ chat, messages });
			const unsaved = get(chat.id);
			if (unsaved) record.write(unsaved);
		},
		get,
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
				if (answer.role !== 'assistant') continue;
				const question = messages.get(answer.parentId ?? '');
				if (question) await store.saveQuestion({ chat, question, answer });
				else await store.saveAnswerStart(answer);
				await store.saveAnswer(answer);
			}
			forget(chatId);
		},
		forget,
	};
}
