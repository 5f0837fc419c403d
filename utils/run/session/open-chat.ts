import type { Chat, Message, MessageNode } from '../../chat/schema.ts';
import type { Store } from '../../store/store.ts';
import type { RunClient } from '../window/run-client.ts';
import { createOrphanWatch } from './orphan-watch.ts';
import { watchStoredChat } from './stored-chat.ts';
import { createUnstoredMessages } from './unstored-messages.ts';

/** A chat that a window has open, from all who know of it: the database, the background's memory, and the window. */
export interface OpenChat {
	readonly id: string;
	/** As this window changed it, or as it is stored; null while neither is known. */
	getChat(): Chat | null;
	/** Its path is not known yet, nor that there is none to be had. */
	isLoading(): boolean;
	/** It was deleted. */
	isGone(): boolean;
	/** Stored or not. */
	getNodes(): MessageNode[];
	/** Those read so far, and those that are not stored. */
	getRows(): ReadonlyMap<string, Message>;
	load(ids: readonly string[]): Promise<void>;
	/** Takes it as it is about to be stored, with messages that are. */
	put(chat: Chat, messages: readonly Message[]): void;
	/** Call when the client has news. */
	hear(): void;
	close(): void;
}

export interface OpenChatOptions {
	/** Is to be attached to the chat. */
	client: RunClient;
	loadStore: () => Promise<Store>;
	/** The path as it is drawn, first question first: its last rows are read by themselves. */
	shownIds(): readonly string[];
	/** The database has told something of it; null while it has no such chat. */
	onStored(chat: Chat | null): void;
	onError(error: unknown): void;
}

export function createOpenChat(
	id: string,
	{ client, loadStore, shownIds, onStored, onError }: OpenChatOptions,
): OpenChat {
	const unstored = createUnstoredMessages(client);
	const orphans = createOrphanWatch(client, () => client.attach(id));
	const snapshotsBefore = client.getSnapshotCount();
	/** The chat as this window changed it; gives way to the stored one when that has caught up. */
	let local: Chat | null = null;
	let seenLeafId: string | null = null;
	let wasStored = false;

	const stored = watchStoredChat(id, loadStore, {
		// What was asked here may stand on another branch by now; it counts as unsaved until its row is read.
		shownIds: () => [...shownIds(), ...unstored.awaitedIds()],
		onChange() {
			const chat = stored.getChat();
			if (chat === undefined) return;
			if (chat !== null) follow(chat);
			onStored(chat);
		},
		onError,
	});

	const hasBackgroundSpoken = (): boolean => client.getSnapshotCount() > snapshotsBefore;

	/** What is stored wins, but for what this window has just asked and the database does not know yet. */
	function follow(chat: Chat): void {
		// Not before its row is read: there would be nothing to show in between.
		unstored.settle(stored.getRows());
		const isLeafNew = !wasStored || chat.leafId !== seenLeafId;
		const leafId = isLeafNew && unstored.isEmpty() ? chat.leafId : (local?.leafId ?? chat.leafId);
		if (unstored.isEmpty()) seenLeafId = chat.leafId;
		wasStored = true;
		local = { ...chat, leafId };
	}

	/** Neither this window made it nor the background knows it: it was deleted before it was opened. */
	function isUnknown(): boolean {
		const isHeardOf = client.getUnsaved() !== null || client.getRuns().size > 0;
		return unstored.isEmpty() && !isHeardOf && hasBackgroundSpoken();
	}

	return {
		id,
		getChat: () => local,
		isLoading() {
			// The database tells first; what it does not have, or does not give, the background may have in its memory.
			if (!unstored.isEmpty()) return false;
			if (stored.getChat() === undefined && !stored.isRefused()) return true;
			return local === null && !(stored.isRefused() && hasBackgroundSpoken());
		},
		isGone: () => stored.getChat() === null && (wasStored || isUnknown()),
		getNodes: () => unstored.withNodes(stored.getNodes()),
		getRows: () => unstored.withRows(stored.getRows(), orphans.view),
		load: stored.want,
		put(chat, messages) {
			local = chat;
			unstored.add(messages);
		},
		hear() {
			const refused = client.getUnsaved();
			// A chat that only the background's memory has, with its latest answer shown.
			if (refused) local ??= { ...refused.chat, leafId: refused.messages.at(-1)?.id ?? null };
		},
		close: stored.close,
	};
}
