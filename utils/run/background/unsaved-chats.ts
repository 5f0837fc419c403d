import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { blobIdsOf } from '../../chat/parts.ts';
import { reduce } from '../../chat/reduce.ts';
import type { Chat, Message, UnsavedChat } from '../../chat/schema.ts';
import type { HeldBlobs, RunStore } from '../../store/store.ts';

/** Keeps what a database refused until the browser closes, also after this background has died. */
export interface UnsavedRecord {
	/** Never rejects: what cannot be read counts as not there. */
	read(): Promise<UnsavedChat[]>;
	write(unsaved: UnsavedChat): void;
	/** Removes a chat and these pictures of it. Resolves when they are gone; never rejects. */
	remove(chatId: string, blobIds?: readonly string[]): Promise<void>;
}

const PREFIX = 'unsaved:';

/**
 * Whether an item can be used. The items are our own, of this version or an earlier one, so only what this code
 * relies on is checked.
 */
const isUnsavedChat = (item: unknown): item is UnsavedChat =>
	v.is(
		v.object({
			chat: v.object({ id: v.string() }),
			messages: v.array(v.object({ id: v.string(), parts: v.array(v.object({ type: v.string() })) })),
		}),
		item,
	);

/**
 * Makes a record in `storage.session`. What finds no room there stays in the background's memory only.
 *
 * @param held where the pictures of such chats are
 */
export function createUnsavedRecord(held?: Pick<HeldBlobs, 'remove'>): UnsavedRecord {
	const { session } = browser.storage;
	const log = (error: unknown) => console.error('What is not saved is kept in memory only.', error);
	// Each write waits for the one before it, so that the last one stands.
	let writing: Promise<void> = Promise.resolve();
	const then = (write: () => Promise<void>) => {
		writing = writing.then(write).catch(log);
		return writing;
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
		write: (unsaved) => void then(() => session.set({ [PREFIX + unsaved.chat.id]: unsaved })),
		remove: (chatId, blobIds = []) =>
			then(async () => {
				await session.remove(PREFIX + chatId);
				await held?.remove(blobIds);
			}),
	};
}

/**
 * What a database refuses (because of a full disk or a private window). It is kept as long as the browser runs, also
 * after this background has died.
 */
export interface UnsavedChats {
	/** Reads what an earlier background has left, once. All other methods may be called only after it. Never rejects. */
	recall(): Promise<void>;
	/** Adds messages. A message whose id is known already replaces the older one. */
	remember(chat: Chat, messages: readonly Message[]): void;
	/** What is remembered of a chat; null if nothing is, and undefined before `recall` has read what there is. */
	find(chatId: string): UnsavedChat | null | undefined;
	get(chatId: string): UnsavedChat | null;
	/** What is remembered, chat by chat. */
	list(): UnsavedChat[];
	/** The user changed a chat, of which something is remembered, and deleted these messages of it. */
	change(chat: Chat, deletedIds: readonly string[]): void;
	/** The messages from the first remembered one to this one; empty when this one is not remembered. */
	pathTo(chatId: string, leafId: string | null): Message[];
	/**
	 * Writes what is remembered of a chat, unless that is temporary, and then forgets it; rejects with the StoreError if that fails. A question
	 * whose answer was deleted stays remembered, as a question can be written only with its answer. Chats are saved
	 * one after the other, so that an older state of an answer never follows a newer one.
	 */
	save(store: RunStore, chatId: string): Promise<void>;
	/** Forgets a chat. Resolves when nothing of it is written any more, and no later background can recall it. */
	forget(chatId: string): Promise<void>;
}

export function createUnsavedChats(record: UnsavedRecord): UnsavedChats {
	const chats = new Map<string, { chat: Chat; messages: Map<string, Message> }>();
	let recalled: Promise<void> | undefined;
	let hasRecalled = false;
	let saving: Promise<unknown> = Promise.resolve();

	function get(chatId: string): UnsavedChat | null {
		const unsaved = chats.get(chatId);
		return unsaved ? { chat: unsaved.chat, messages: [...unsaved.messages.values()] } : null;
	}

	function put({ chat, messages }: { chat: Chat; messages: readonly Message[] }): void {
		const known = chats.get(chat.id)?.messages ?? new Map<string, Message>();
		for (const message of messages) known.set(message.id, message);
		chats.set(chat.id, { chat, messages: known });
	}

	function write(chatId: string): void {
		const unsaved = get(chatId);
		if (unsaved) record.write(unsaved);
	}

	function drop(chatId: string): Promise<void> {
		const blobIds = get(chatId)?.messages.flatMap(({ parts }) => blobIdsOf(parts));
		chats.delete(chatId);
		return record.remove(chatId, blobIds);
	}

	async function saveNow(store: RunStore, chatId: string): Promise<void> {
		const unsaved = chats.get(chatId);
		if (!unsaved) return;
		const { chat, messages } = unsaved;
		if (chat.isTemporary) return;
		const answers = [...messages.values()].filter(({ role }) => role === 'assistant');
		for (const answer of answers) {
			const { id, parentId } = answer;
			// While earlier answers were written, this one was deleted, or has grown. A grown one is saved when it
			// ends.
			if (messages.get(id) !== answer) continue;
			const question = messages.get(parentId ?? '');
			if (question) await store.saveQuestion({ chat, question, answer });
			else await store.saveAnswerStart(answer);
			await store.saveAnswer(answer);
		}
		for (const answer of answers) {
			if (messages.get(answer.id) !== answer) continue;
			messages.delete(answer.id);
			if (answer.parentId !== null) messages.delete(answer.parentId);
		}
		if (messages.size === 0) await drop(chatId);
		else write(chatId);
	}

	return {
		recall() {
			// Answers that ran in the earlier background do not run any more.
			recalled ??= record.read().then((left) => {
				for (const { chat, messages } of left)
					put({ chat, messages: messages.map((message) => reduce(message, { type: 'interrupted' })) });
				hasRecalled = true;
			});
			return recalled;
		},
		remember(chat, messages) {
			put({ chat, messages });
			write(chat.id);
		},
		find: (chatId) => (hasRecalled ? get(chatId) : undefined),
		get,
		list: () => [...chats.keys()].flatMap((chatId) => get(chatId) ?? []),
		change(chat, deletedIds) {
			const known = chats.get(chat.id);
			if (!known) return;
			for (const id of deletedIds) known.messages.delete(id);
			if (known.messages.size === 0) {
				void drop(chat.id);
				return;
			}
			chats.set(chat.id, { chat, messages: known.messages });
			write(chat.id);
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
		save(store, chatId) {
			const saved = saving.then(() => saveNow(store, chatId));
			saving = saved.catch(() => undefined);
			return saved;
		},
		async forget(chatId) {
			const forgotten = drop(chatId);
			await saving;
			await forgotten;
			await drop(chatId);
		},
	};
}
