/** Runs functions in order, each in a later turn of the event loop: after all promises, before most timers. */
export interface Turns {
	later(run: () => void): void;
	close(): void;
}

/** It uses messages, since browsers delay timers that follow each other by 4 ms, and in a hidden window by a second or more. */
export function createTurns(): Turns {
	const { port1, port2 } = new MessageChannel();
	const waiting: (() => void)[] = [];
	port1.onmessage = () => waiting.shift()?.();
	return {
		later(run) {
			waiting.push(run);
			port2.postMessage(null);
		},
		close() {
			waiting.length = 0;
			port1.close();
		},
	};
}

/**
 * How long work may go on without a pause, in milliseconds. It is less than a frame, so that no window misses one
 * while the background works.
 */
const BUSY_MS = 8;

/** Lets other events in during long work on promises. Without it, promises would run before all timers and messages. */
export interface Breather {
	/** True once work has gone on for 8 ms without a pause. */
	isDue(): boolean;
	/** Resolves when the events that wait have been handled. */
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
