import type { MergedChat } from '../../chat/merged-chat.ts';
import type { Attachment, Chat } from '../../chat/schema.ts';
import type { Target } from '../../chat/target.ts';
import type { CutMessages } from '../../store/store.ts';
import type { AnsweringModel } from '../protocol.ts';
import type { LiveRun } from '../window/heard-chat.ts';
import type { ConnectionState } from '../window/port-link.ts';

/** What a window shows. Entries of the path and messages that did not change are the same objects as before. */
export interface ChatState extends Pick<MergedChat, 'path' | 'messages' | 'runningAnswerId'> {
	/** The chat that the window shows, from the click that opens it; null for a new one until its first question. */
	readonly chatId: string | null;
	/** That chat's row; null while the chat is new, loads, or is refused by the database. */
	readonly chat: Chat | null;
	/** True if nothing of the chat, or of the new one that begins with the next question, reaches the disk. */
	readonly isTemporary: boolean;
	/** The deleted chat that this new one replaces; null where the user has begun the new one. */
	readonly goneChatId: string | null;
	/** The message at which the chat was opened; null where it was opened at its end. */
	readonly sought: Sought | null;
	/** True until it is known which path a stored chat shows, or that there is no such chat. A new chat never loads. */
	readonly isLoading: boolean;
	/** The parts that grow, of those answers in `messages` that run or have ended while this window watched. */
	readonly runs: ReadonlyMap<string, LiveRun>;
	readonly connection: ConnectionState;
	/** True if the database cannot be read or written, so that what is shown is not saved. */
	readonly isStoreFailing: boolean;
}

/** A message that a search has found, and the words in it that are shown as found. */
export interface Sought {
	readonly messageId: string;
	readonly words: readonly string[];
}

/** The chat that a window shows, and what its user can do to it. */
export interface ChatSession {
	getState(): ChatState;
	subscribe(listener: () => void): () => void;
	/** Opens a chat, at its end or at a message of it. A temporary chat that was shown is gone then. */
	open(chatId: string, sought?: Sought): void;
	/** Shows an empty chat; nothing is stored until its first question. A temporary chat that was shown is gone then. */
	startNew(isTemporary?: boolean): void;
	/** Reads the rows of older messages into `messages`, as they are scrolled to. Never rejects: see `isStoreFailing`. */
	load(ids: readonly string[]): Promise<void>;
	/** Asks a question. Does nothing while the chat is not there, as no last message is known; see `untilLoaded`. */
	ask(text: string, target: Target, attachments?: readonly Attachment[]): void;
	/** Asks for a summary of the chat so far in these words; once it is there, nothing before it is sent any more. */
	summarize(text: string): void;
	/** Asks a question once the running answer has ended well; until then it stands in the chat's waiting list. */
	askLater(text: string, attachments?: readonly Attachment[]): void;
	/** Asks for one more answer beside this one, for Retry and Regenerate: of the chat's model, or this once of another. */
	retry(answerId: string, by?: AnsweringModel): void;
	continueAnswer(answerId: string): void;
	/** Asks a new version of a question. */
	edit(questionId: string, text: string): void;
	stop(answerId: string): void;
	/** Shows the newest path through this message. */
	showVersion(messageId: string): void;
	/** Deletes a message with all that follows, or only these. Resolves to what the database lost, or null; never rejects. */
	deleteMessage(messageId: string, alone?: readonly string[]): Promise<CutMessages | null>;
	/** Binds the chat to another endpoint or model, because the user chose so. */
	setTarget(target: Target): void;
	rename(title: string): void;
	close(): void;
}
