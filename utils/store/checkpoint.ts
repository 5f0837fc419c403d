/** A piece of a running answer: what has come since the checkpoint before it. */
export interface Checkpoint {
	answerId: string;
	/** Counts up from any number within one answer; the same number written twice is one checkpoint. */
	seq: number;
	content: string;
	reasoning?: string;
	refusal?: string;
}
