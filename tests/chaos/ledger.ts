/** What was done to the extension in one run. Times are milliseconds since the epoch, taken before the deed. */
export interface Ledger {
	/** By text; each is asked once. */
	questions: Map<string, AskedQuestion>;
	/** Every answer asked for: to a new question, by Retry, by Regenerate. */
	orders: Order[];
	closings: { at: number; window: string }[];
	continues: number;
	stops: number[];
	/** From before the order until the background was seen to be gone. */
	kills: { from: number; to: number }[];
}

export interface Order {
	at: number;
	window: string;
	/** Null for one more answer to a question that stands. */
	question: string | null;
}

interface AskedQuestion {
	at: number;
	/** `deleted`: must be gone. `maybe`: asked so close to the deletion of its chat that both are right. */
	fate: 'kept' | 'deleted' | 'maybe';
}

export function createLedger(): Ledger {
	return { questions: new Map(), orders: [], closings: [], continues: 0, stops: [], kills: [] };
}
