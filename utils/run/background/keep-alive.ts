import { browser } from 'wxt/browser';

/**
 * How often the browser is called, in milliseconds. Both browsers stop a background after 30 s without an extension
 * API call, whatever arrives on its sockets.
 */
const CALL_EVERY_MS = 20_000;

export interface KeepAlive {
	/** Keeps the background alive until the returned function is called. Calling that again does nothing. */
	hold(): () => void;
}

/**
 * Keeps the background alive for exactly as long as somebody holds it: browsers do not allow extensions to stay alive
 * for ever.
 */
export function createKeepAlive(): KeepAlive {
	let holders = 0;
	let timer: ReturnType<typeof setInterval> | undefined;

	return {
		hold() {
			holders += 1;
			timer ??= setInterval(() => void browser.runtime.getPlatformInfo(), CALL_EVERY_MS);
			let isHolding = true;
			return () => {
				if (!isHolding) return;
				isHolding = false;
				holders -= 1;
				if (holders > 0) return;
				clearInterval(timer);
				timer = undefined;
			};
		},
	};
}
