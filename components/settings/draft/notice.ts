import type { Failure } from '../../../utils/lockchat/failure.ts';
import type { StoreErrorCode } from '../../../utils/store/database/store-error.ts';
import type { ImportErrorCode, ImportOutcome } from '../../../utils/store/files/chats-file.ts';

/** A notice in words. */
export interface NoticeText {
	tone: 'busy' | 'good' | 'bad';
	title: string;
	advice?: string;
	/** The server's own words about it, if there are any. */
	detail?: string | null;
	/** A line to copy that mends it in another way than the buttons below the server, with what to do with it. */
	line?: { hint: string; text: string };
}

/** What the status region says about a file of chats. */
export type ChatsNotice =
	| { type: 'exporting' | 'importing' }
	| { type: 'exported'; count: number; fileName: string }
	| { type: 'nothing-to-export' | 'export-cancelled' }
	/** The file could not be written; `detail` is the browser's own words. */
	| { type: 'not-written'; detail: string }
	| { type: 'not-exported'; code: StoreErrorCode }
	| { type: 'imported'; outcome: ImportOutcome }
	| { type: 'not-imported'; code: ImportErrorCode; outcome: ImportOutcome };

/** What the status region says: the outcome of the user's last action, until the next one. */
export type SettingsNotice =
	| { type: 'testing' | 'fetching'; host: string }
	| { type: 'works'; host: string; model: string; isSaved: boolean }
	/**
	 * `rowId` names the endpoint that failed. `origin` is what a permission is asked for. `models` is the server's own
	 * list, where that helps.
	 */
	| {
			type: 'failed';
			rowId: string;
			origin: string | null;
			host: string;
			model: string;
			failure: Failure;
			models: string[] | null;
	  }
	| { type: 'fetched' | 'fetched-none'; host: string }
	| { type: 'not-allowed' }
	| { type: 'incorrect'; while: 'saving' | 'testing' }
	| { type: 'saved' }
	/** Stored, but of no use before the server has its key. */
	| { type: 'saved-keyless'; name: string }
	| { type: 'not-stored' | 'not-read'; detail: string }
	| { type: 'chats'; chats: ChatsNotice }
	/** The notice of code that is loaded on first use. That code brings its words along. */
	| { type: 'told'; text: NoticeText };

export type FailedNotice = Extract<SettingsNotice, { type: 'failed' }>;
