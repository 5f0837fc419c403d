import type { RequestRecord } from '../lockchat-server/types.ts';
import type { DatabaseRows } from './browser/database.ts';
import type { WindowView } from './browser/read-window.ts';
import type { Ledger } from './ledger.ts';
import type { Ending } from './plan/answer-plan.ts';

/** One request as the server saw it, and how the server planned to answer it. */
export interface SeenRequest {
	/** The request's number, which its words carry. */
	number: number;
	record: RequestRecord;
	ending: Ending;
	/** The question it is to answer. */
	question: string;
	/** The partial answer that it is to go on from; null for a new answer. */
	partial: string | null;
}

/** Everything that is compared after a run. Each check returns a sentence for each thing that is wrong. */
export interface Evidence {
	ledger: Ledger;
	requests: readonly SeenRequest[];
	rows: DatabaseRows;
	windows: ReadonlyMap<string, WindowView>;
}
