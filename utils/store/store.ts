import type { Chat, Message, MessageNode, UnsavedChat } from '../chat/schema.ts';
import type { Target } from '../chat/target.ts';
import type { HeldBlobs } from './database/context.ts';
import type { BlobRow, Checkpoint } from './database/database.ts';
import type { StoreError } from './database/store-error.ts';
import type {
	ExportedFile,
	ImportOptions,
	ImportOutcome,
	WriteOptions,
	WritePiece,
} from './files/chats-file.ts';

export type { HeldBlobs };

/** Ends a watch. */
type Unwatch = () => void;
export type OnStoreError = (error: StoreError) => void;

/**
 * The database of chats. Promises reject with a StoreError and with nothing else; an import rejects with an ImportError.
 *
 * Nothing is opened before the first call. A write to a chat or message that is gone changes nothing and is no error,
 * since another window may have deleted it a moment ago.
 */
export interface Store
	extends StoreReads,
		StoreWatches,
		RunWrites,
		TrashWrites,
		ChatWrites,
		MessageCuts,
		ChatTransfer {
	/** Closes the connections and ends every watch. */
	close(): void;
}

/** What the worker does with the database: it runs answers. */
export type RunStore = StoreReads & RunWrites & TrashWrites & Pick<ChatWrites, 'deleteChat'>;

/** A watch calls its listener as soon as the first read is done, and again after each change that any window makes. */
export interface StoreWatches {
	/** Pinned first, then the most recently used. */
	watchChats(options: { limit: number }, listener: (chats: Chat[]) => void, onError: OnStoreError): Unwatch;
	/** Calls the listener with null as long as there is no such chat. */
	watchChat(chatId: string, listener: (chat: Chat | null) => void, onError: OnStoreError): Unwatch;
	/** The chat's tree, oldest first, without any text. The listener is called for each row that is written, never for a checkpoint. */
	watchNodes(chatId: string, listener: (nodes: MessageNode[]) => void, onError: OnStoreError): Unwatch;
}

export interface StoreReads {
	getChat(chatId: string): Promise<Chat | null>;
	/** Messages by their ids. Those that are unknown, or whose row is beyond repair, are left out. */
	getMessages(ids: readonly string[]): Promise<Map<string, Message>>;
	/** The messages from the first question to this one; empty when this one is not in the chat. */
	getPath(chatId: string, leafId: string): Promise<Message[]>;
	/** Pictures by their ids, as `data:` addresses; those that are nowhere are left out. Never rejects. */
	getBlobs(ids: readonly string[]): Promise<Map<string, string>>;
	/**
	 * A stored answer with its checkpoints. If it is stored as running, it is given as `interrupted`. Null if it is
	 * unknown.
	 */
	readPartial(answerId: string): Promise<Message | null>;
}

/** What the background writes. All but checkpoints is strict: it is on the disk when the promise resolves. */
export interface RunWrites {
	/**
	 * Saves the question, its pictures and its empty answer in one transaction. The answer becomes the chat's leaf. A chat that is
	 * stored keeps its title, pin and tags, and takes its target from `chat`, which is what the asking window showed beside
	 * Send. A question whose parent is gone becomes a first question.
	 * `exists`: this answer is stored already, or another chat has this question's id; nothing was changed.
	 */
	saveQuestion(asked: { chat: Chat; question: Message; answer: Message }): Promise<'saved' | 'exists'>;
	/** Saves one more answer to a stored question. It becomes the chat's leaf. `missing`: the chat or the question is gone. */
	saveAnswerStart(answer: Message): Promise<'saved' | 'exists' | 'missing'>;
	/** Makes a stored answer run again from the partial `answer.parts`, for Continue. Its checkpoints are deleted. */
	saveAnswerResumed(answer: Message): Promise<'saved' | 'missing'>;
	/** Gives a chat another title, if it still has this one. */
	retitleChat(chatId: string, titles: { from: string; to: string }): Promise<void>;
	/** Adds a checkpoint. The write is relaxed, and no watch is told of it. */
	appendCheckpoint(checkpoint: Checkpoint): Promise<void>;
	/** Writes the final row of an answer, and deletes its checkpoints. `missing`: the answer was deleted, and stays deleted. */
	saveAnswer(answer: Message): Promise<'saved' | 'missing'>;
	/**
	 * Takes every answer that is stored as running and whose id is not in `liveAnswerIds`, joins it with its
	 * checkpoints, and marks it as `interrupted`. Returns these answers. The set is read when the rows are found, so
	 * add an id before you save its answer.
	 */
	interruptOrphans(liveAnswerIds: ReadonlySet<string>): Promise<Message[]>;
}

/**
 * A deletion that can be undone. A chat that is marked as deleted is in no list, in no export, and is not found by its
 * id. What is asked or imported under its id replaces it.
 */
export interface TrashWrites {
	/** False if there is no such chat. */
	markDeleted(chatId: string): Promise<boolean>;
	/** Takes the mark away. False if there is no such chat any more. */
	restoreChat(chatId: string): Promise<boolean>;
	/** Deletes the chat for good if it is marked. False if it is not. */
	purgeChat(chatId: string): Promise<boolean>;
	/** Deletes what was marked this long ago or earlier, in milliseconds, but for these. Tells how many are younger. */
	purgeDeleted(
		ageMs: number,
		sparedIds: readonly string[],
	): Promise<{ purgedIds: string[]; younger: number }>;
}

/** What the user changes in a window. (The background deletes chats, too, for `delete-chat`.) */
export interface ChatWrites {
	renameChat(chatId: string, title: string): Promise<void>;
	setPinned(chatId: string, isPinned: boolean): Promise<void>;
	setTags(chatId: string, tags: readonly string[]): Promise<void>;
	setLeaf(chatId: string, leafId: string): Promise<void>;
	setTarget(chatId: string, target: Target): Promise<void>;
	/**
	 * Copies the path to this message into a new chat of this title, with the target of the old one. Returns its id; null
	 * where the message, or one before it, cannot be read.
	 */
	forkChat(fork: { chatId: string; messageId: string; title: string }): Promise<string | null>;
	/** Deletes a chat with its messages and checkpoints. */
	deleteChat(chatId: string): Promise<void>;
}

/** Messages that were deleted, and what else was changed for that. */
export interface CutMessages {
	chatId: string;
	/** The chat's leaf before. */
	leafId: string | null;
	/** In the order of the tree, each behind the one that it follows. */
	messages: readonly Message[];
	/** The messages that followed deleted ones and stay, with what they followed before. */
	moved: readonly { id: string; parentId: string | null }[];
	/** The pictures of the messages. */
	blobs: readonly BlobRow[];
}

/** Deletions of messages that can be undone by whoever holds what was cut out. */
export interface MessageCuts {
	/**
	 * Deletes a message and all that follows it; or these messages alone, of which it is the first, and what follows them
	 * then follows what it followed. The chat's leaf moves if it was among them. Null if the message is not there.
	 */
	cutMessages(messageId: string, alone?: readonly string[]): Promise<CutMessages | null>;
	/** Puts them back where they were, as far as there is still a place for them. False if the chat is gone. */
	mendCut(cut: CutMessages): Promise<boolean>;
}

/** The export of chats to a file, and the import. The file holds chats and messages only: no settings, and so no keys. */
export interface ChatTransfer {
	/**
	 * Exports all chats, or these, with what the database refused of them. Rows beyond repair are left out. An answer
	 * that runs is in the file as far as it came, as `interrupted`.
	 */
	exportChats(chatIds?: readonly string[], unsaved?: readonly UnsavedChat[]): Promise<ExportedFile>;
	/**
	 * The same file piece by piece, each written before the next is read; returns how many chats are in it. Rejects with
	 * the signal's reason, or with what `write` rejects with.
	 */
	writeChats(write: WritePiece, options?: WriteOptions): Promise<number>;
	/**
	 * Adds the chats of files, which may be archives and of other programs; what is here is not changed. Each chat is
	 * written in one strict transaction. Rejects with an ImportError, which says what had been done by then.
	 */
	importChats(files: Blob | readonly Blob[], options?: ImportOptions): Promise<ImportOutcome>;
}
