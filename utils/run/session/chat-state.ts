import type { MergedChat } from '../../chat/merged-chat.ts';
import type { Chat } from '../../chat/schema.ts';
import type { LiveRun } from '../window/heard-chat.ts';
import type { Connection } from '../window/port-link.ts';

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
	readonly connection: Connection;
	/** True if the database cannot be read or written, so that what is shown is not saved. */
	readonly isStoreFailing: boolean;
}

/** A message that a search has found, and the words in it that are shown as found. */
export interface Sought {
	readonly messageId: string;
	readonly words: readonly string[];
}
