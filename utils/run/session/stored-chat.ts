import type { StoredChat } from '../../chat/merged-chat.ts';
import type { Chat, Message, MessageNode } from '../../chat/schema.ts';
import { createMessageCache } from '../../store/message-cache.ts';
import type { Store } from '../../store/store.ts';

/** One chat as the database has it, kept up to date. */
export interface StoredChatWatch {
	get(): StoredChat;
	/**
	 * Reads these messages, now and whenever their rows change. Resolves when they have been read, or cannot be; never
	 * rejects.
	 */
	want(ids: readonly string[]): Promise<void>;
	close(): void;
}

export interface StoredChatHandlers {
	onChange(): void;
	/** Called when the database has refused the chat. The chat is read again later without being asked for. */
	onError(error: unknown): void;
}

/** Watches a chat in the database; nothing is read before the store is loaded. */
export function watchStoredChat(
	chatId: string,
	loadStore: () => Promise<Store>,
	{ onChange, onError }: StoredChatHandlers,
): StoredChatWatch {
	const cache = createMessageCache({ getMessages: async (ids) => (await loadStore()).getMessages(ids) });
	const wanted = new Set<string>();
	let chat: Chat | null | undefined;
	let nodes: ReadonlyMap<string, MessageNode> | undefined;
	let rows: ReadonlyMap<string, Message> = new Map();
	let isRefused = false;
	let isClosed = false;
	let lastRead = 0;
	let newestRead = 0;
	const unwatch: (() => void)[] = [];

	async function read(): Promise<void> {
		if (!nodes) return;
		lastRead += 1;
		const order = lastRead;
		const known = nodes;
		const found = await cache.read([...wanted].flatMap((id) => known.get(id) ?? []));
		// A read of more messages that began later may have been faster.
		if (isClosed || order < newestRead) return;
		newestRead = order;
		cache.keep([...known.values()]);
		const isSame = found.size === rows.size && [...found].every(([id, row]) => rows.get(id) === row);
		if (isSame) return;
		rows = found;
		onChange();
	}

	function changed(): void {
		if (chat === undefined || nodes === undefined) return;
		isRefused = false;
		onChange();
		read().catch(refused);
	}

	/** A failure that comes after the window has left the chat says nothing of the chat that it shows now. */
	function refused(error: unknown): void {
		if (isClosed) return;
		isRefused = true;
		onError(error);
	}

	loadStore()
		.then((store) => {
			if (isClosed) return;
			unwatch.push(
				store.watchChat(
					chatId,
					(next) => {
						chat = next;
						changed();
					},
					refused,
				),
				store.watchNodes(
					chatId,
					(next) => {
						nodes = new Map(next.map((node) => [node.id, node]));
						changed();
					},
					refused,
				),
			);
		})
		.catch(refused);

	return {
		get: () => ({
			// Chat and tree come one after the other. They are given out only together.
			chat: nodes === undefined ? undefined : chat,
			nodes: nodes ?? new Map(),
			rows,
			isRefused,
		}),
		want(ids) {
			const before = wanted.size;
			for (const id of ids) wanted.add(id);
			// Messages that were wanted before are read again whenever they change, so only new ones need a read.
			return wanted.size === before ? Promise.resolve() : read().catch(refused);
		},
		close() {
			isClosed = true;
			for (const stop of unwatch) stop();
		},
	};
}
