import type { Chat, Message, MessageNode } from '../../chat/schema.ts';
import type { Store } from '../../store/store.ts';

/** Rows read so far. An unchanged row keeps its identity, whatever is written beside it. */
export interface MessageRows {
	get(): ReadonlyMap<string, Message>;
	/** Of the wanted ids, those not read yet or changed since, as these nodes say. */
	missing(nodes: ReadonlyMap<string, MessageNode>, wanted: Iterable<string>): string[];
	put(nodes: ReadonlyMap<string, MessageNode>, read: ReadonlyMap<string, Message>): void;
	clear(): void;
}

export function createMessageRows(): MessageRows {
	let rows: ReadonlyMap<string, Message> = new Map();
	const stamps = new Map<string, number>();

	return {
		get: () => rows,
		missing: (nodes, wanted) =>
			[...new Set(wanted)].filter((id) => {
				const node = nodes.get(id);
				return node !== undefined && stamps.get(id) !== node.updatedAt;
			}),
		put(nodes, read) {
			for (const id of read.keys()) stamps.set(id, nodes.get(id)?.updatedAt ?? 0);
			rows = new Map([...rows, ...read]);
		},
		clear() {
			stamps.clear();
			rows = new Map();
		},
	};
}

/** As many rows are read when a chat opens; older ones when they are scrolled to. */
const LOADED_AT_ONCE = 30;

/** One chat as the database has it, kept up to date. */
export interface StoredChat {
	/** Undefined until it is read; null when there is none (yet, or any more). */
	getChat(): Chat | null | undefined;
	/** The database has refused it, and not given it since; it is asked again. */
	isRefused(): boolean;
	getNodes(): ReadonlyMap<string, MessageNode>;
	getRows(): ReadonlyMap<string, Message>;
	/** Sees to it that these rows are read, now and whenever they change. Resolves when they have been, or cannot be. */
	want(ids: readonly string[]): Promise<void>;
	close(): void;
}

export interface StoredChatHandlers {
	/** What the window shows or waits for, first question first: the last rows are read by themselves. */
	shownIds(): readonly string[];
	onChange(): void;
	onError(error: unknown): void;
}

/** Watches a chat in the database; nothing is read before the store is loaded. */
export function watchStoredChat(
	chatId: string,
	loadStore: () => Promise<Store>,
	{ shownIds, onChange, onError }: StoredChatHandlers,
): StoredChat {
	const rows = createMessageRows();
	const wanted = new Set<string>();
	let chat: Chat | null | undefined;
	let nodes: ReadonlyMap<string, MessageNode> | undefined;
	let isRefused = false;
	let isClosed = false;
	const unwatch: (() => void)[] = [];

	async function readMissing(): Promise<void> {
		const store = await loadStore();
		const known = nodes ?? new Map();
		const ids = rows.missing(known, [...shownIds().slice(-LOADED_AT_ONCE), ...wanted]);
		if (ids.length === 0 || isClosed) return;
		rows.put(known, await store.getMessages(ids));
		if (!isClosed) onChange();
	}

	function changed(): void {
		if (chat === undefined || nodes === undefined) return;
		isRefused = false;
		onChange();
		readMissing().catch(refused);
	}

	/** What comes after the window has left the chat says nothing of the one it shows now. */
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
		getChat: () => (nodes === undefined ? undefined : chat),
		isRefused: () => isRefused,
		getNodes: () => nodes ?? new Map(),
		getRows: rows.get,
		want(ids) {
			for (const id of ids) wanted.add(id);
			return readMissing().catch(refused);
		},
		close() {
			isClosed = true;
			for (const stop of unwatch) stop();
		},
	};
}
