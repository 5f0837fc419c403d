/** What was done to the extension in one run. Times are milliseconds since the epoch, taken before it was done. */
export interface Ledger {
	/** The questions by their text; each is asked only once. */
	questions: Map<string, AskedQuestion>;
	/** Every answer asked for: to a new question, by Retry, by Regenerate. */
	orders: Order[];
	closings: { at: number; window: string }[];
	continues: number;
	stops: number[];
	/** From just before the kill until the background was seen to be gone. */
	kills: { from: number; to: number }[];
}

export interface Order {
	at: number;
	window: string;
	/** Null where another answer to an earlier question was asked for. */
	question: string | null;
}

export interface AskedQuestion {
	at: number;
	/** `deleted`: it must be gone. `maybe`: it was asked so shortly before its chat was deleted that it may be gone or not. */
	fate: 'kept' | 'deleted' | 'maybe';
}

export function createLedger(): Ledger {
	return { questions: new Map(), orders: [], closings: [], continues: 0, stops: [], kills: [] };
}
