import type { Chat, Message, MessageNode, UnsavedChat } from './schema.ts';
import type { PathEntry } from './tree.ts';

/** A chat as the database has it. */
export interface StoredChat {
	/** Undefined until it has been read; null when there is none, not yet or not any more. */
	readonly chat: Chat | null | undefined;
	readonly nodes: ReadonlyMap<string, MessageNode>;
	/** The messages read so far. */
	readonly rows: ReadonlyMap<string, Message>;
	/** True if the database could not be read, and has given nothing since. */
	readonly isRefused: boolean;
}

/** A chat as the background tells of it. */
export interface HeardChat<Run extends { readonly message: Message }> {
	/** The answers that run, and those that ended since the last snapshot, without their growing texts. */
	readonly runs: ReadonlyMap<string, Run>;
	/** The empty answers of commands that the background is still preparing: nothing of these answers has come. */
	readonly preparing: ReadonlyMap<string, Message>;
	/** Answers that the last snapshots no longer name, as this window last saw them run or end. */
	readonly lastSeen: ReadonlyMap<string, Message>;
	/** What the database refused, by the last snapshot; undefined as long as the background has not told. */
	readonly unsaved: UnsavedChat | null | undefined;
	/** How many snapshots have come since the window turned to this chat. */
	readonly snapshotCount: number;
	readonly isDeleted: boolean;
}

/** What is heard of a chat of which the background has told nothing yet. */
export const NOTHING_HEARD: HeardChat<never> = {
	runs: new Map<string, never>(),
	preparing: new Map(),
	lastSeen: new Map(),
	unsaved: undefined,
	snapshotCount: 0,
	isDeleted: false,
};

export interface ChatSources<Run extends { readonly message: Message }> {
	readonly stored: StoredChat;
	readonly heard: HeardChat<Run>;
	/** Messages made in this window that have not been read back from the database yet. */
	readonly asked: ReadonlyMap<string, Message>;
	/** The chat as the user has just changed it here; null when nothing was changed since the merge before. */
	readonly changed: Chat | null;
}

/** What a window shows of a chat. */
export interface MergedChat {
	/** Null as long as nobody knows the chat. */
	readonly chat: Chat | null;
	/** From the first question to the shown leaf. */
	readonly path: readonly PathEntry[];
	/** Every known message as it is to be shown; for a running answer, without its growing texts. */
	readonly messages: ReadonlyMap<string, Message>;
	/** All nodes of the tree. */
	readonly nodes: readonly MessageNode[];
	/** The last answer of the path if it runs, else null. */
	readonly runningAnswerId: string | null;
	/** True as long as it is not known whether there is such a chat. */
	readonly isLoading: boolean;
	/** The chat was deleted. */
	readonly isGone: boolean;
	/** The part of `asked` that is not read back from the database yet. */
	readonly asked: ReadonlyMap<string, Message>;
	/** Rows stored as running of which no run is known, each with the `snapshotCount` when that was first seen. */
	readonly unclaimed: ReadonlyMap<string, number>;
	/** The stored chat that `chat` was last taken from; null before there was one. */
	readonly followed: Chat | null;
	/** The chat after each change that the user made here, until the database has told of more than the first one. */
	readonly unread: readonly Chat[];
	/** The chat as it stood when the background last told what the database refused of it; null before it told of any. */
	readonly remembered: Chat | null;
	/** The stored nodes that were merged. */
	readonly storedNodes: ReadonlyMap<string, MessageNode>;
}

/** What a chat is before anything of it is known: the first merge's `before`. */
export const NOTHING_MERGED: MergedChat = {
	chat: null,
	path: [],
	messages: new Map(),
	nodes: [],
	runningAnswerId: null,
	isLoading: true,
	isGone: false,
	asked: new Map(),
	unclaimed: new Map(),
	followed: null,
	unread: [],
	remembered: null,
	storedNodes: new Map(),
};
