/** Less than a frame: windows wait for what is held back for theirs. */
const BUSY_MS = 8;

/** Lets other events in between a long row of promises, which come before all timers and messages. */
export interface Breather {
	/** True once that much time has been worked through. */
	isDue(): boolean;
	/** Resolves after the events that wait. */
	breathe(): Promise<void>;
}

/** By a message, as timers that follow each other are held up for 4 ms. */
export function createBreather(): Breather {
	let since = performance.now();
	return {
		isDue: () => performance.now() - since >= BUSY_MS,
		async breathe() {
			const { port1, port2 } = new MessageChannel();
			await new Promise((resolve) => {
				port1.onmessage = resolve;
				port2.postMessage(null);
			});
			port1.close();
			since = performance.now();
		},
	};
}
