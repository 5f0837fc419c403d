import type { SnippetPiece } from './words/snippet.ts';

/**
 * What windows and the index say to each other, over one BroadcastChannel. The index is held by one worker at a time, of
 * any window: the leader. A window does not know whose it is.
 */
export const CHANNEL = 'lockchat:search';
/** The Web Lock that the leader holds. The browser gives it to the next worker when the leader's window closes. */
export const LOCK = 'lockchat:search';

/** The folder of the index in the origin's own file system. */
export const FOLDER = '.lockchat-search';

/** A message that has all that was searched for. */
export interface Found {
	chatId: string;
	messageId: string;
	role: 'user' | 'assistant';
	/** The chat's title; may be empty. */
	title: string;
	/** When the message was made, in milliseconds since the epoch. */
	createdAt: number;
	/** The sentence that is shown. */
	snippet: SnippetPiece[];
	/** The words of the message that were found, as they are written there. */
	words: string[];
}

/** How far the index is. */
export interface IndexState {
	/** How much of the chats is in the index, from 0 to 1; 1 once it is complete. */
	share: number;
	/** False where the browser lets nothing be kept, so that the index is made anew by each leader. */
	isKept: boolean;
	/** True when there is no index, and none can be made. */
	isFailing: boolean;
}

/** What a window says. `from` is an id that it made for itself; of its questions only the newest is answered. */
export type WindowMessage =
	| { type: 'ask'; from: string; id: number; text: string; limit: number }
	| { type: 'hello' };

/** What the leader says. */
export type LeaderMessage =
	| { type: 'found'; to: string; id: number; found: Found[]; hasMore: boolean; titleChatIds: string[] }
	| ({ type: 'state' } & IndexState)
	/** A leader has begun: what was asked of one before may never be answered. */
	| { type: 'leading' }
	/** What is in the index has changed, so an answer may be another one now. */
	| { type: 'changed' };

export type SearchMessage = WindowMessage | LeaderMessage;
