/** The file that chats are exported to: one JSON document with chats and their messages, and the parameters each was asked with. */
import type { Chat, Message, UnsavedChat } from '../../chat/schema.ts';
import type { BlobRow } from '../database/database.ts';
import type { StoreErrorCode } from '../database/store-error.ts';
import type { ForeignFormat, LossKind } from './foreign/foreign-chat.ts';

export const FILE_FORMAT = 'lockchat-chats';
/** This number grows when an older Lockchat could no longer read the file. */
export const FILE_VERSION = 2;

export interface ChatsFile {
	format: typeof FILE_FORMAT;
	version: typeof FILE_VERSION;
	/** A date and time in ISO 8601. */
	exportedAt: string;
	chats: ExportedChat[];
}

/** None of its messages runs. As far as their times tell, each stands after the one that it follows. */
interface ExportedChat extends Chat {
	messages: Message[];
	/** The pictures of the messages; left out where there are none. */
	blobs?: BlobRow[];
}

/** What an export has done by now. */
interface ExportProgress {
	/** How many chats are written, of how many. */
	done: number;
	total: number;
}

export interface WriteOptions {
	/** All chats when left out. */
	chatIds?: readonly string[] | undefined;
	/** What the database refused; it is newer than what is stored. */
	unsaved?: readonly UnsavedChat[] | undefined;
	signal?: AbortSignal | undefined;
	onProgress?: ((progress: ExportProgress) => void) | undefined;
}

/** Takes a piece of the file, and resolves when it may have the next. */
export type WritePiece = (text: string) => Promise<void>;

/**
 * What is wrong with the file:
 * - `unreadable`: the browser could not read it, as when it was moved after it was chosen, or its archive is damaged.
 * - `not-json`: it is not a JSON document, or one that was cut off.
 * - `not-chats`: it is JSON, but has no chats of a program that is known here.
 * - `newer-version`: a newer Lockchat wrote it.
 */
export type ImportFileProblem = 'unreadable' | 'not-json' | 'not-chats' | 'newer-version';

/** What is wrong with the file, why the database refused, or that the user called it off. */
export type ImportErrorCode = ImportFileProblem | StoreErrorCode | 'cancelled';

/** Why an import ended early, and what it had done by then. What was added stays. */
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

const NOTHING: ImportOutcome = { added: 0, extended: 0, kept: 0, skipped: 0, lines: [], unlisted: 0 };

export interface ExportedFile {
	file: Blob;
	/** How many chats the file has. */
	count: number;
}

export interface ImportOutcome {
	/** How many chats were added. */
	added: number;
	/** How many chats were here already, and have got messages that they did not have. */
	extended: number;
	/** How many chats were here already, with all that the file has of them. */
	kept: number;
	/** How many chats, and how many messages of chats that were taken, could not be read. */
	skipped: number;
	/** What is to be said of single files and chats. */
	lines: ImportLine[];
	/** How many more lines there would be. */
	unlisted: number;
}

/** Who wrote a file of chats. */
export type FileFormat = 'lockchat' | ForeignFormat;

/** One thing that an import did. `name` is a file's name or a chat's title, either of which may be empty. */
export type ImportLine =
	| { code: 'file'; name: string; format: FileFormat; added: number; extended: number; kept: number }
	| { code: 'file-problem'; name: string; problem: ImportFileProblem }
	/** The chat at this place of the file, from 1, could not be read. */
	| { code: 'chat-unreadable'; name: string; place: number }
	| { code: 'chat-twice' | 'chat-empty'; name: string }
	| { code: 'messages-added' | 'messages-left' | 'messages-cut' | LossKind; name: string; count: number };

/** How far an import is, in bytes of what is read. */
interface ImportProgress {
	read: number;
	total: number;
}

export interface ImportOptions {
	signal?: AbortSignal;
	onProgress?: (progress: ImportProgress) => void;
}
