import { mergeChat } from '../../chat/merge-chat.ts';
import { type MergedChat, NOTHING_MERGED } from '../../chat/merged-chat.ts';
import type { Chat, Message } from '../../chat/schema.ts';
import { descendantsOf, leafAfterDelete } from '../../chat/tree.ts';
import type { Store } from '../../store/store.ts';
import type { RunClient } from '../window/run-client.ts';
import { watchStoredChat } from './stored-chat.ts';

/** How many rows are read when a chat opens. Older ones are read when they are scrolled to. */
const READ_AT_ONCE = 30;

/** A chat that a window has open: what the database, the background and the window itself know of it, merged. */
export interface OpenChat {
	readonly id: string;
	/** What is shown of the chat. It is a new object only when something has changed. */
	get(): MergedChat;
	/** Reads the rows of older messages, as they are scrolled to. Never rejects. */
	load(ids: readonly string[]): Promise<void>;
	/** Shows the chat, and messages of it, as they are about to be stored. */
	change(chat: Chat, messages?: readonly Message[]): void;
	/**
	 * Shows a change that the user made of the chat. If the database refused the chat, the background is told to
	 * remember the change.
	 */
	keep(chat: Chat): void;
	/**
	 * Deletes, of a message and all that follows it, what a deletion from the database would not reach: messages that
	 * are not stored, and answers that still run and would be written again when they end.
	 */
	deleteUnstored(messageId: string): void;
	/** To be called when the client has news. */
	hear(): void;
	close(): void;
}

export interface OpenChatOptions {
	/** The client that attaches to the chat. */
	client: RunClient;
	loadStore: () => Promise<Store>;
	/** Called when `get` returns something new. */
	onChange(): void;
	/** Called when the database has told something of the chat; with null while it has no such chat. */
	onStored(chat: Chat | null): void;
	onError(error: unknown): void;
}

export function createOpenChat(
	id: string,
	{ client, loadStore, onChange, onStored, onError }: OpenChatOptions,
): OpenChat {
	let merged: MergedChat = NOTHING_MERGED;
	/** True when the window has left the chat, and must not be told of it any more. */
	let isClosed = false;

	const stored = watchStoredChat(id, loadStore, {
		onChange() {
			const { chat } = stored.get();
			if (chat !== undefined) onStored(chat);
			merge({});
		},
		onError(error) {
			onError(error);
			merge({});
		},
	});

	/** Takes in all that is known now, and does what follows from it: it reads rows, and asks the background. */
	function merge({
		changed = null,
		asked = merged.asked,
	}: {
		changed?: Chat | null;
		asked?: ReadonlyMap<string, Message>;
	}): void {
		if (isClosed) return;
		const before = merged;
		merged = mergeChat({ stored: stored.get(), heard: client.getHeard(id), asked, changed }, before);
		onChange();
		if (isClosed) return;
		// What was asked here counts as not stored until its row is read. So its rows are read too, even where they
		// stand on a branch that is not shown by now.
		const shownIds = merged.path.slice(-READ_AT_ONCE).map((entry) => entry.id);
		void stored.want([...shownIds, ...merged.asked.keys()]);
		// A row says that its answer runs, and no run of it is known: a new snapshot will tell whether there is one.
		const isUnclaimedNew = [...merged.unclaimed.keys()].some((rowId) => !before.unclaimed.has(rowId));
		if (isUnclaimedNew) client.attach(id);
	}

	/** Messages that the database may not have, as far as this window knows: they are not saved yet, or were refused. */
	function findUnstored(): Set<string> {
		const { unsaved, runs } = client.getHeard(id);
		const refusedIds = unsaved?.messages.map((message) => message.id) ?? [];
		const liveIds = [...runs.values()].flatMap(({ isUnsaved, hasEnded, answerId }) =>
			isUnsaved || !hasEnded ? [answerId] : [],
		);
		return new Set([...merged.asked.keys(), ...refusedIds, ...liveIds]);
	}

	return {
		id,
		get: () => merged,
		load: stored.want,
		change(chat, messages = []) {
			const made = messages.map((message) => [message.id, message] as const);
			merge({ changed: chat, asked: new Map([...merged.asked, ...made]) });
		},
		keep(chat) {
			merge({ changed: chat });
			if (findUnstored().size > 0) client.changeUnsaved(chat, []);
		},
		deleteUnstored(messageId) {
			const { nodes, chat, asked } = merged;
			const unstoredIds = findUnstored();
			// The questions are included although they are stored: the background remembers a refused answer together
			// with its question.
			const parentIds = new Set(nodes.flatMap((node) => (unstoredIds.has(node.id) ? [node.parentId] : [])));
			const goneIds = [messageId, ...descendantsOf(nodes, messageId)].filter(
				(goneId) => unstoredIds.has(goneId) || parentIds.has(goneId),
			);
			if (!chat || goneIds.length === 0) return;
			const leafId = leafAfterDelete(nodes, { deletedId: messageId, leafId: chat.leafId });
			const changed = { ...chat, leafId };
			client.changeUnsaved(changed, goneIds);
			merge({ changed, asked: new Map([...asked].filter(([askedId]) => !goneIds.includes(askedId))) });
		},
		hear: () => merge({}),
		close() {
			isClosed = true;
			stored.close();
		},
	};
}
