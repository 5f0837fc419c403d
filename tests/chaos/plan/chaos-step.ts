import type { Surface } from '../browser/chaos-browser.ts';

/** What a person does in one of the open windows. */
export type WindowAction =
	| 'ask by Enter'
	| 'ask by a click'
	| 'ask by a double click'
	| 'stop'
	| 'retry'
	| 'regenerate'
	| 'continue'
	| 'edit'
	| 'previous version'
	| 'next version'
	| 'new chat'
	| 'open a chat'
	| 'delete the chat'
	| 'close';

export type ChaosStep = {
	/** Milliseconds since the step before. */
	pauseMs: number;
} & (
	| { do: 'open'; surface: Surface }
	/** `window` is the number of an open window. A number past the last window starts again at the first. */
	| { do: WindowAction; window: number }
	| { do: 'ask in all windows at once' }
	| { do: 'kill' }
);
