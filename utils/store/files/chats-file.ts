/** The file that chats are exported to: one JSON document with chats, their messages, and the parameters of each chat. */
import type { Chat, Message } from '../../chat/schema.ts';
import type { StoreErrorCode } from '../database/store-error.ts';

export const FILE_FORMAT = 'lockchat-chats';
/** This number grows when an older Lockchat could no longer read the file. */
export const FILE_VERSION = 2;
/** The largest file, in bytes. It is read as one string, and the longest string of V8 has 2^29 - 24 characters. */
export const MAX_FILE_BYTES = 512_000_000;

export interface ChatsFile {
	format: typeof FILE_FORMAT;
	version: typeof FILE_VERSION;
	/** A date and time in ISO 8601. */
	exportedAt: string;
	chats: ExportedChat[];
}

/** A chat and its messages. None of them runs. As far as their times tell, each stands behind the one that it follows. */
export interface ExportedChat extends Chat {
	messages: Message[];
}

/**
 * What is wrong with the file:
 * - `unreadable`: the browser could not read it, as when it was moved after it was chosen.
 * - `too-large`: it has more than `MAX_FILE_BYTES`.
 * - `not-json`: it is not a JSON document, or one that was cut off.
 * - `not-chats`: it is JSON, but not a file of exported chats.
 * - `newer-version`: a newer Lockchat wrote it.
 */
type ImportFileProblem = 'unreadable' | 'too-large' | 'not-json' | 'not-chats' | 'newer-version';

/** What is wrong with the file, or why the database refused. */
export type ImportErrorCode = ImportFileProblem | StoreErrorCode;

/** Why an import ended early, and what it had done by then. The chats that were added stay. */
export class ImportError extends Error {
	override readonly name = 'ImportError';
	readonly code: ImportErrorCode;
	readonly outcome: ImportOutcome;

	constructor(code: ImportErrorCode, { outcome = NOTHING, cause }: ImportErrorDetails = {}) {
		super(`The import ended: ${code}`, { cause });
		this.code = code;
		this.outcome = outcome;
	}
}

interface ImportErrorDetails {
	outcome?: ImportOutcome;
	cause?: unknown;
}

const NOTHING: ImportOutcome = { added: 0, kept: 0, skipped: 0 };

export interface ExportedFile {
	file: Blob;
	/** How many chats the file has. */
	count: number;
}

export interface ImportOutcome {
	/** How many chats were added. */
	added: number;
	/** How many chats were here already. */
	kept: number;
	/** How many chats, and how many messages of added chats, could not be read. */
	skipped: number;
}
