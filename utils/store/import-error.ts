import type { ImportOutcome } from './store.ts';
import type { StoreErrorCode } from './store-error.ts';

/**
 * What is wrong with the file:
 * - `unreadable`: the browser could not read it, as when it was moved after it was chosen.
 * - `too-large`: it has more than `MAX_FILE_BYTES`.
 * - `not-json`: it is no JSON document; also one that was cut off.
 * - `not-chats`: it is JSON, but no file of exported chats.
 * - `newer-version`: a newer Lockchat wrote it.
 */
export type ImportFileProblem = 'unreadable' | 'too-large' | 'not-json' | 'not-chats' | 'newer-version';

/** Of the file, or of the database. */
export type ImportErrorCode = ImportFileProblem | StoreErrorCode;

/** Why an import ended early, and what it had done by then: chats that were taken stay. */
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
