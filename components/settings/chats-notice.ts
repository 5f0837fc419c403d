import type { ImportErrorCode } from '../../utils/store/import-error.ts';
import type { ImportOutcome } from '../../utils/store/store.ts';
import type { StoreErrorCode } from '../../utils/store/store-error.ts';

/** What the status region says of a file of chats. */
export type ChatsNotice =
	| { type: 'exporting' | 'importing' }
	| { type: 'exported'; count: number; fileName: string }
	| { type: 'nothing-to-export' }
	| { type: 'not-exported'; code: StoreErrorCode }
	| { type: 'imported'; outcome: ImportOutcome }
	| { type: 'not-imported'; code: ImportErrorCode; outcome: ImportOutcome };
