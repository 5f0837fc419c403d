/** The file that chats are exported to: one JSON document with chats and their messages, and the parameters each was asked with. */
import type { Chat, Message } from '../chat/types.ts';

export const FILE_FORMAT = 'lockchat-chats';
/** Counts up when an older Lockchat could no longer read the file. */
export const FILE_VERSION = 1;
/** The file is read as one string, and the longest that V8 makes has 2^29 - 24 characters. */
export const MAX_FILE_BYTES = 512_000_000;

export interface ChatsFile {
	format: typeof FILE_FORMAT;
	version: typeof FILE_VERSION;
	/** ISO 8601. */
	exportedAt: string;
	chats: ExportedChat[];
}

/** No message in it runs, and each stands after the one it follows as far as their times tell. */
export interface ExportedChat extends Chat {
	messages: Message[];
}
