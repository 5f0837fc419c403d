import { type MergedChat, mergeChat, NOTHING_MERGED } from '../../chat/merge-chat.ts';
import type { Chat, Message } from '../../chat/schema.ts';
import { descendantsOf, leafAfterDelete } from '../../chat/tree.ts';
import type { Store } from '../../store/store.ts';
import type { RunClient } from '../window/run-client.ts';
import { watchStoredChat } from './stored-chat.ts';

/** As many rows are read when a chat opens; older ones when they are scrolled to. */
const READ_AT_ONCE = 30;

/** A chat that a window has open: what the database, the background and the window itself know of it, merged. */
export interface OpenChat {
	readonly id: string;
	/** What is shown of it. Changes only when news have come. */
	get(): MergedChat;
	/** Reads these rows, older ones, as they are scrolled to. Never rejects. */
	load(ids: readonly string[]): Promise<void>;
	/** Shows the chat as it is about to be stored, with messages that are. */
	change(chat: Chat, messages?: readonly Message[]): void;
	/** Shows a change that the user made of the chat, and has the background remember it where the database refused. */
	keep(chat: Chat): void;
	/** Deletes, of a message and all that follows it, what is not stored, or runs and is written again at its end. */
	deleteUnstored(messageId: string): void;
	/** Call when the client has news. */
	hear(): void;
	close(): void;
}

export interface OpenChatOptions {
	/** Is to be attached to the chat. */
	client: RunClient;
	loadStore: () => Promise<Store>;
	/** `get` returns something new. */
	onChange(): void;
	/** The database has told something of the chat; null while it has no such chat. */
	onStored(chat: Chat | null): void;
	onError(error: unknown): void;
}

export function createOpenChat(
	id: string,
	{ client, loadStore, onChange, onStored, onError }: OpenChatOptions,
): OpenChat {
	let merged: MergedChat = NOTHING_MERGED;
	/** The window has left the chat, and no longer speaks of it. */
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

	/** Takes in all that is known now, and does what follows from it: rows are read, the background is asked. */
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
		// What was asked here may stand on another branch by now; it counts as not stored until its row is read.
		const shownIds = merged.path.slice(-READ_AT_ONCE).map((entry) => entry.id);
		void stored.want([...shownIds, ...merged.asked.keys()]);
		// Whether somebody runs these, the next snapshot tells.
		const isUnclaimedNew = [...merged.unclaimed.keys()].some((rowId) => !before.unclaimed.has(rowId));
		if (isUnclaimedNew) client.attach(id);
	}

	/** Messages that the database may not have, as far as this window knows: not yet, or because it refused them. */
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
			// With their questions, though these are stored: the background remembers a refused answer with its question.
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
