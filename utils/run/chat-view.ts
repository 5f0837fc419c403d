import type { MessageNode } from '../chat/message-node.ts';
import { pathTo } from '../chat/tree.ts';
import type { Chat, Message } from '../chat/types.ts';
import type { Store } from '../store/store.ts';
import { derivePath } from './chat-path.ts';
import type { ChatState, PathEntry } from './chat-session.ts';
import { createOrphanWatch } from './orphan-watch.ts';
import type { LiveRun, RunClient } from './run-client.ts';
import { type StoredChat, watchStoredChat } from './stored-chat.ts';
import { createUnstoredMessages } from './unstored-messages.ts';

/** What a window shows: stored rows, what was asked here and is not stored yet, and running answers. */
export interface ChatView {
	getState(): ChatState;
	subscribe(listener: () => void): () => void;
	open(chatId: string): void;
	startNew(): void;
	load(ids: readonly string[]): Promise<void>;
	/** Shows a chat as it is about to be stored, with messages that are. */
	show(chat: Chat, messages: readonly Message[]): void;
	/** The database refused something. */
	fail(error: unknown): void;
	nodes(): readonly MessageNode[];
	/** The last message of the shown path. */
	leafId(): string | null;
	parentOf(messageId: string): string | null;
	/** True if `id` is `ancestorId` or follows it. */
	isBelow(id: string, ancestorId: string): boolean;
	close(): void;
}

/** A live run, or a row that may run in a background this window has not heard from yet. */
function isAnswering(answer: LiveRun | Message | undefined): boolean {
	if (!answer) return false;
	if ('hasEnded' in answer) return !answer.hasEnded;
	return answer.status === 'waiting' || answer.status === 'streaming';
}

export function createChatView(client: RunClient, loadStore: () => Promise<Store>): ChatView {
	const listeners = new Set<() => void>();
	const unstored = createUnstoredMessages(client);
	let stored: StoredChat | null = null;
	/** The chat as this window changed it; gives way to the stored one when that has caught up. */
	let local: Chat | null = null;
	let seenLeafId: string | null = null;
	let wasStored = false;
	let snapshotsBefore = 0;
	let isStoreFailing = false;
	let path: readonly PathEntry[] = [];
	let state: ChatState | null = null;

	const orphans = createOrphanWatch(client, () => {
		if (local) client.attach(local.id);
	});

	const allNodes = (): MessageNode[] => unstored.withNodes(stored?.getNodes() ?? new Map());

	/** A chat that only the background's memory has, with its latest answer shown. */
	function refusedChat(): Chat | null {
		const refused = client.getUnsaved();
		return stored && refused ? { ...refused.chat, leafId: refused.messages.at(-1)?.id ?? null } : null;
	}

	function rows(): ReadonlyMap<string, Message> {
		return unstored.withRows(stored?.getRows() ?? new Map(), orphans.view);
	}

	function compute(): ChatState {
		path = derivePath(allNodes(), local?.leafId ?? null, path);
		const runs = client.getRuns();
		const messages = rows();
		const last = path.at(-1);
		const isRunning = last && isAnswering(runs.get(last.id) ?? messages.get(last.id));
		return {
			chat: local,
			isLoading: stored !== null && stored.getChat() === undefined && unstored.isEmpty() && !isStoreFailing,
			path,
			messages,
			runs,
			connection: client.getConnection(),
			runningAnswerId: isRunning ? last.id : null,
			isStoreFailing,
		};
	}

	function changed(): void {
		state = null;
		for (const listener of listeners) listener();
	}

	/** What is stored wins, but for what this window has just asked and the database does not know yet. */
	function onStored(): void {
		const chat = stored?.getChat();
		if (chat === undefined) return;
		if (chat === null) {
			if (wasStored || isUnknown()) startNew();
			return;
		}
		// Not before its row is read: there would be nothing to show in between.
		if (stored) unstored.settle(stored.getRows());
		const isLeafNew = !wasStored || chat.leafId !== seenLeafId;
		const leafId = isLeafNew && unstored.isEmpty() ? chat.leafId : (local?.leafId ?? chat.leafId);
		if (unstored.isEmpty()) seenLeafId = chat.leafId;
		wasStored = true;
		isStoreFailing = false;
		local = { ...chat, leafId };
		changed();
	}

	/** A chat that neither this window made nor the background knows: it was deleted before it was opened. */
	function isUnknown(): boolean {
		const isHeardOf = client.getUnsaved() !== null || client.getRuns().size > 0;
		return unstored.isEmpty() && !isHeardOf && client.getSnapshotCount() > snapshotsBefore;
	}

	function fail(error: unknown): void {
		console.error('The database of chats does not answer.', error);
		isStoreFailing = true;
		changed();
	}

	function watch(chatId: string): void {
		stored?.close();
		orphans.clear();
		wasStored = false;
		seenLeafId = null;
		snapshotsBefore = client.getSnapshotCount();
		stored = watchStoredChat(chatId, loadStore, {
			// What was asked here may stand on another branch by now; it counts as unsaved until its row is read.
			shownIds: () => [...path.map(({ id }) => id), ...unstored.awaitedIds()],
			onChange: onStored,
			onError: fail,
		});
		client.attach(chatId);
	}

	function startNew(): void {
		stored?.close();
		stored = null;
		local = null;
		unstored.clear();
		path = [];
		changed();
	}

	const unsubscribe = client.subscribe(() => {
		local ??= refusedChat();
		if (stored?.getChat() === null) onStored();
		changed();
	});

	return {
		getState() {
			state ??= compute();
			return state;
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		open(chatId) {
			startNew();
			watch(chatId);
			changed();
		},
		startNew,
		load: async (ids) => stored?.want(ids),
		show(chat, messages) {
			const isNew = local?.id !== chat.id;
			local = chat;
			unstored.add(messages);
			if (isNew) watch(chat.id);
			changed();
		},
		fail,
		nodes: allNodes,
		leafId: () => path.at(-1)?.id ?? null,
		parentOf: (messageId) => allNodes().find(({ id }) => id === messageId)?.parentId ?? null,
		isBelow: (id, ancestorId) => pathTo(allNodes(), id).some((node) => node.id === ancestorId),
		close() {
			unsubscribe();
			stored?.close();
			client.close();
		},
	};
}
