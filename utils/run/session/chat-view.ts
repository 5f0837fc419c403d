import type { Message, MessageNode } from '../../chat/schema.ts';
import { pathTo, versionsOf } from '../../chat/tree.ts';
import type { Store } from '../../store/store.ts';
import type { LiveRun } from '../window/live-runs.ts';
import type { RunClient } from '../window/run-client.ts';
import type { ChatState, PathEntry } from './chat-session.ts';
import { createShownChat, type ShownChat } from './shown-chat.ts';

function isSame(a: PathEntry, b: PathEntry): boolean {
	return (
		a.id === b.id &&
		a.versions.length === b.versions.length &&
		a.versions.every((id, at) => id === b.versions[at])
	);
}

/** The shown path; entries, and the whole path, that did not change keep their identity. */
export function derivePath(
	nodes: readonly MessageNode[],
	leafId: string | null,
	before: readonly PathEntry[],
): readonly PathEntry[] {
	const path = pathTo(nodes, leafId).map((node, at): PathEntry => {
		const entry = { id: node.id, role: node.role, versions: versionsOf(nodes, node.id) };
		const old = before[at];
		return old && isSame(old, entry) ? old : entry;
	});
	const isUnchanged = path.length === before.length && path.every((entry, at) => entry === before[at]);
	return isUnchanged ? before : path;
}

/** What a window shows: the path through the messages of its chat, and running answers. */
export interface ChatView extends Pick<ShownChat, 'open' | 'startNew' | 'show' | 'fail' | 'close'> {
	getState(): ChatState;
	subscribe(listener: () => void): () => void;
	load(ids: readonly string[]): Promise<void>;
	nodes(): readonly MessageNode[];
	/** The last message of the shown path. */
	leafId(): string | null;
	parentOf(messageId: string): string | null;
	/** True if `id` is `ancestorId` or follows it. */
	isBelow(id: string, ancestorId: string): boolean;
}

const NO_ROWS: ReadonlyMap<string, Message> = new Map();

/** A live run, or a row that may run in a background this window has not heard from yet. */
function isAnswering(answer: LiveRun | Message | undefined): boolean {
	if (!answer) return false;
	if ('hasEnded' in answer) return !answer.hasEnded;
	return answer.status === 'waiting' || answer.status === 'streaming';
}

export function createChatView(client: RunClient, loadStore: () => Promise<Store>): ChatView {
	const listeners = new Set<() => void>();
	let path: readonly PathEntry[] = [];
	let state: ChatState | null = null;

	const shown = createShownChat(client, loadStore, {
		shownIds: () => getState().path.map(({ id }) => id),
		onChange() {
			state = null;
			for (const listener of listeners) listener();
		},
	});

	const nodes = (): readonly MessageNode[] => shown.getOpen()?.getNodes() ?? [];

	function compute(): ChatState {
		const open = shown.getOpen();
		const chat = open?.getChat() ?? null;
		path = derivePath(nodes(), chat?.leafId ?? null, path);
		const runs = client.getRuns();
		const messages = open?.getRows() ?? NO_ROWS;
		const last = path.at(-1);
		const isRunning = last && isAnswering(runs.get(last.id) ?? messages.get(last.id));
		return {
			chatId: open?.id ?? null,
			chat,
			goneChatId: shown.getGoneId(),
			isLoading: open?.isLoading() ?? false,
			path,
			messages,
			runs,
			connection: client.getConnection(),
			runningAnswerId: isRunning ? last.id : null,
			isStoreFailing: shown.isStoreFailing(),
		};
	}

	function getState(): ChatState {
		state ??= compute();
		return state;
	}

	return {
		getState,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		open: shown.open,
		startNew: shown.startNew,
		load: async (ids) => shown.getOpen()?.load(ids),
		show: shown.show,
		fail: shown.fail,
		nodes,
		leafId: () => getState().path.at(-1)?.id ?? null,
		parentOf: (messageId) => nodes().find(({ id }) => id === messageId)?.parentId ?? null,
		isBelow: (id, ancestorId) => pathTo(nodes(), id).some((node) => node.id === ancestorId),
		close() {
			shown.close();
			client.close();
		},
	};
}
