/** Runs what is given to it in a later turn of the event loop, in order: after all promises, before most timers. */
export interface Turns {
	later(run: () => void): void;
	close(): void;
}

/** By messages, as timers that follow each other are held up for 4 ms, and in a hidden window for a second or more. */
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
