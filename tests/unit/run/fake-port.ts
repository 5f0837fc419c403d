import type { browser } from 'wxt/browser';

type Port = Parameters<Parameters<typeof browser.runtime.onConnect.addListener>[0]>[0];

function createEvent() {
	const listeners = new Set<(value: never) => void>();
	return {
		emit(value: unknown) {
			for (const listener of [...listeners]) listener(value as never);
		},
		event: {
			addListener: (listener: (value: never) => void) => listeners.add(listener),
			removeListener: (listener: (value: never) => void) => listeners.delete(listener),
		},
	};
}

/** What Chromium's ports carry at most. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * The two ends of a port. Messages arrive as JSON copies, in order, in a later task. A disconnect is told to the other
 * end only. As in Chromium, a message of more than `maxBytes` of JSON makes `postMessage` throw.
 */
export function createPortPair(name: string, sender: { id: string; url: string }, maxBytes = MAX_BYTES) {
	let isOpen = true;
	let isWorkerDead = false;
	const ends = [0, 1].map(() => ({ message: createEvent(), disconnect: createEvent() }));

	const port = (own: number): Port => {
		const here = ends[own];
		const there = ends[1 - own];
		return {
			name,
			sender,
			onMessage: here?.message.event,
			onDisconnect: here?.disconnect.event,
			postMessage(message: unknown) {
				if (isWorkerDead && own === 1) return;
				if (!isOpen) throw new Error('Attempting to use a disconnected port object');
				const copy = JSON.stringify(message);
				if (Buffer.byteLength(copy) > maxBytes)
					throw new Error('Message length exceeded maximum allowed length.');
				setImmediate(() => {
					if (isOpen) there?.message.emit(JSON.parse(copy));
				});
			},
			disconnect() {
				if (!isOpen) return;
				isOpen = false;
				setImmediate(() => there?.disconnect.emit(undefined));
			},
		} as unknown as Port;
	};
	const [window, worker] = [port(0), port(1)];
	return {
		window,
		worker,
		/** Ends the worker's process: its end falls silent, and the window's end is told. */
		kill() {
			isWorkerDead = true;
			worker.disconnect();
		},
	};
}
