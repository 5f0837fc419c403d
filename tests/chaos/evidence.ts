import type { RequestRecord } from '../lockchat-server/types.ts';
import type { DatabaseRows } from './browser/database.ts';
import type { WindowView } from './browser/read-window.ts';
import type { Ledger } from './ledger.ts';
import type { Ending } from './plan/answer-plan.ts';

/** One request as the server saw it, and what it had in mind for it. */
export interface SeenRequest {
	/** The number in its words. */
	number: number;
	record: RequestRecord;
	ending: Ending;
	/** The question it is to answer. */
	question: string;
	/** The partial answer that it is to go on from; null for a new answer. */
	partial: string | null;
}

/** All there is to compare after a run. Each check returns what is wrong, a sentence each. */
export interface Evidence {
	ledger: Ledger;
	requests: readonly SeenRequest[];
	rows: DatabaseRows;
	windows: ReadonlyMap<string, WindowView>;
}
