import type { Failure } from '../../utils/lockchat/types.ts';
import type { ChatsNotice } from './chats-notice.ts';

/** What the status region says: the outcome of what the user did last, until he does something else. */
export type SettingsNotice =
	| { type: 'testing' | 'fetching'; host: string }
	| { type: 'works'; host: string; model: string; isSaved: boolean }
	/** `url` and `rowId` are of the endpoint that failed; `models` the server's list, where it helps. */
	| {
			type: 'failed';
			rowId: string;
			url: string;
			host: string;
			model: string;
			failure: Failure;
			models: string[] | null;
	  }
	| { type: 'fetched' | 'fetched-none'; host: string }
	| { type: 'not-allowed' }
	| { type: 'incorrect'; while: 'saving' | 'testing' }
	| { type: 'saved' }
	| { type: 'not-stored' | 'not-read'; detail: string }
	| { type: 'chats'; chats: ChatsNotice };

export type FailedNotice = Extract<SettingsNotice, { type: 'failed' }>;
