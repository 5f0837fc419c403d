import type { CompletionEvent, Failure } from '../lockchat/types.ts';

/** What can happen to an answer: what the client yields, and how a run can end otherwise. */
export type AnswerEvent =
	| CompletionEvent
	/** The user pressed Stop. */
	| { type: 'stopped' }
	| { type: 'failed'; failure: Failure }
	/** The worker died, or the browser closed. */
	| { type: 'interrupted' };
