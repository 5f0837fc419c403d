/**
 * The chat that a window shows: where stored rows, running answers and the user's doings meet.
 *
 * One a window. React reads it through `useSyncExternalStore`; nothing else holds this state.
 */
import type { Attachment, Chat, Message } from '../chat/types.ts';
import type { Connection, LiveRun } from './run-client.ts';

/** One place in the shown path. `versions` are the siblings' ids in the order they were made, this one included. */
export interface PathEntry {
	readonly id: string;
	readonly role: Message['role'];
	readonly versions: readonly string[];
}

export interface ChatState {
	/** The chat that the window belongs to, from the click on it on; null of a new one, until its first question. */
	readonly chatId: string | null;
	/** That chat; null while it is new, loads, or is refused by the database. */
	readonly chat: Chat | null;
	/** The chat in whose place this new one is shown, as it was deleted; null where the user has begun the new one. */
	readonly goneChatId: string | null;
	/** True until a stored chat's path is known, or that there is none; a new chat never loads. */
	readonly isLoading: boolean;
	/** From the first question to the shown leaf; the same objects for entries that did not change. */
	readonly path: readonly PathEntry[];
	/** Rows read so far, by id; unchanged rows keep their identity. A path entry may not be here yet: see `load`. */
	readonly messages: ReadonlyMap<string, Message>;
	/** Running answers and those that ended while this window watched: their texts win over `messages`. */
	readonly runs: ReadonlyMap<string, LiveRun>;
	readonly connection: Connection;
	/** The last answer of the path, while it runs. */
	readonly runningAnswerId: string | null;
	/** The database cannot be read or written: what is shown is not saved. */
	readonly isStoreFailing: boolean;
}

/** What the next question is sent to. */
export interface Target {
	endpointId: string;
	model: string;
	temperature?: number;
	systemPrompt?: string;
}

export interface ChatSession {
	getState(): ChatState;
	subscribe(listener: () => void): () => void;
	open(chatId: string): void;
	/** Shows an empty chat; nothing is stored until its first question. */
	startNew(): void;
	/** Reads these rows into `messages`, older ones, as they are scrolled to. Never rejects: see `isStoreFailing`. */
	load(ids: readonly string[]): Promise<void>;
	/** Does nothing while the chat is not there: it has no last message to ask under. See `untilLoaded`. */
	ask(text: string, target: Target, attachments?: readonly Attachment[]): void;
	/** One more answer beside this one: Retry and Regenerate. */
	retry(answerId: string): void;
	continueAnswer(answerId: string): void;
	/** A new version of a question, asked. */
	edit(questionId: string, text: string): void;
	stop(answerId: string): void;
	/** Shows the newest path through this message. */
	showVersion(messageId: string): void;
	deleteMessage(messageId: string): void;
	/** Binds the chat to another endpoint or model, because the user chose so. */
	setTarget(target: Target): void;
	close(): void;
}
