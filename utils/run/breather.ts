import { createTurns } from './turns.ts';

/** Less than a frame: windows wait for what is held back for theirs. */
const BUSY_MS = 8;

/** Lets other events in between a long row of promises, which come before all timers and messages. */
export interface Breather {
	/** True once that much time has been worked through. */
	isDue(): boolean;
	/** Resolves after the events that wait. */
	breathe(): Promise<void>;
	close(): void;
}

export function createBreather(): Breather {
	const turns = createTurns();
	let since = performance.now();
	return {
		isDue: () => performance.now() - since >= BUSY_MS,
		async breathe() {
			await new Promise<void>((resolve) => turns.later(resolve));
			since = performance.now();
		},
		close: turns.close,
	};
}
