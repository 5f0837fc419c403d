import type { Chat, Message, MessageNode } from '../chat/types.ts';
import type { Checkpoint } from './database/checkpoint-rows.ts';
import type { StoreError } from './database/store-error.ts';
import type { ExportedFile, ImportOutcome } from './files/chats-file.ts';

/** What a chat's next question is sent to. A parameter left out is unset. */
export type ChatTarget = Pick<Chat, 'endpointId' | 'model' | 'temperature' | 'systemPrompt'>;

/** Ends a watch. */
type Unwatch = () => void;
export type OnStoreError = (error: StoreError) => void;

/**
 * The database of chats. Promises reject with a StoreError, and with nothing else; an import
 * with an ImportError.
 *
 * Nothing is opened before the first call. Writes to a chat or message that is gone change nothing, as another window
 * may have deleted it a moment ago.
 */
export interface Store extends StoreReads, StoreWatches, RunWrites, ChatWrites, ChatTransfer {
	/** Rows that could not be read as they stood, so far: repaired with defaults, or skipped. */
	getDamage(): { readonly repaired: number; readonly skipped: number };
	/** Closes the connections and ends every watch. */
	close(): void;
}

/** What the worker does with the database: it runs answers. */
export type RunStore = StoreReads & RunWrites & Pick<ChatWrites, 'deleteChat'>;

/** A watch calls its listener at once with what stands, and after each change, also one made in another window. */
export interface StoreWatches {
	/** Pinned first, then the most recently used. */
	watchChats(options: { limit: number }, listener: (chats: Chat[]) => void, onError: OnStoreError): Unwatch;
	/** Null while there is no such chat. */
	watchChat(chatId: string, listener: (chat: Chat | null) => void, onError: OnStoreError): Unwatch;
	/** The chat's tree, oldest first; reads no text. Called for each row written, never for a checkpoint. */
	watchNodes(chatId: string, listener: (nodes: MessageNode[]) => void, onError: OnStoreError): Unwatch;
}

export interface StoreReads {
	getChat(chatId: string): Promise<Chat | null>;
	/** By id; ids that are unknown or whose row is beyond repair are left out. */
	getMessages(ids: readonly string[]): Promise<Map<string, Message>>;
	/** From the first question to this message; empty when it is not in this chat. */
	getPath(chatId: string, leafId: string): Promise<Message[]>;
	/** A stored answer with the text of its checkpoints; one stored as running comes as `interrupted`. Null if unknown. */
	readPartial(answerId: string): Promise<Message | null>;
}

/** What the worker writes. Strict (on the disk when the promise resolves), but for checkpoints. */
export interface RunWrites {
	/**
	 * The question and its empty answer, in one transaction; the answer becomes the chat's leaf. A chat that is stored
	 * keeps its title and pin, and takes its target from `chat`: what the asking window showed beside Send.
	 * A question whose parent is gone becomes a first one.
	 * `exists`: this answer is stored already, or another chat has this question's id; nothing was changed.
	 */
	saveQuestion(asked: { chat: Chat; question: Message; answer: Message }): Promise<'saved' | 'exists'>;
	/** One more answer to a stored question; it becomes the chat's leaf. `missing`: its chat or question is gone. */
	saveAnswerStart(answer: Message): Promise<'saved' | 'exists' | 'missing'>;
	/** Continue: the stored answer runs again. `answer.content` is the partial text; its checkpoints are dropped. */
	saveAnswerResumed(answer: Message): Promise<'saved' | 'missing'>;
	/** Relaxed, and unseen by any watch. */
	appendCheckpoint(checkpoint: Checkpoint): Promise<void>;
	/** The answer as it stands for good; its checkpoints go with it. `missing`: it was deleted, and stays so. */
	saveAnswer(answer: Message): Promise<'saved' | 'missing'>;
	/**
	 * Makes every answer that is stored as running, and is not in `liveAnswerIds`, `interrupted` with the text of its
	 * checkpoints; returns those. The set is looked at when the rows are found: add an id before saving its answer.
	 */
	settleOrphans(liveAnswerIds: ReadonlySet<string>): Promise<Message[]>;
}

/** What the user does in a window (and the worker for `delete-chat`). */
export interface ChatWrites {
	renameChat(chatId: string, title: string): Promise<void>;
	setPinned(chatId: string, isPinned: boolean): Promise<void>;
	setLeaf(chatId: string, leafId: string): Promise<void>;
	setTarget(chatId: string, target: ChatTarget): Promise<void>;
	/** With its messages and checkpoints. */
	deleteChat(chatId: string): Promise<void>;
	/** With what follows it; moves the chat's leaf if that is gone. Returns the ids that were deleted. */
	deleteMessage(messageId: string): Promise<string[]>;
}

/** All chats as one file, and back. The file holds chats and messages; of the settings, and so of keys, it knows nothing. */
export interface ChatTransfer {
	/** All chats, or these. Rows beyond repair are left out. An answer that runs is in it as far as it came, as `interrupted`. */
	exportChats(chatIds?: readonly string[]): Promise<ExportedFile>;
	/**
	 * Adds the file's chats; those that are here already stay as they are. Each chat is written in one strict
	 * transaction. Rejects with an ImportError, which tells what had been done by then.
	 */
	importChats(file: Blob): Promise<ImportOutcome>;
}
