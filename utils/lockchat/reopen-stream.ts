import type { Reopen } from './body-reader.ts';
import { type KeptStream, keptStreamCall } from './kept-stream.ts';
import { LockchatError } from './lockchat-error.ts';
import { openResponse, type Transport } from './open-response.ts';
import { wait as waitByTimer } from './wait.ts';

/** Before each attempt: the connection of a computer that changes its network is back in seconds. */
const PAUSES_MS: readonly number[] = [0, 1_000, 3_000];

/** Connects to a kept stream again where it broke off: three attempts in all. Nothing is asked for anew. */
export function createReopen(
	stream: KeptStream,
	transport: Transport,
	wait: typeof waitByTimer = waitByTimer,
): Reopen {
	const pauses = [...PAUSES_MS];

	return async (offset) => {
		for (let pause = pauses.shift(); pause !== undefined; pause = pauses.shift()) {
			try {
				await wait(pause, transport.signal);
				return (await openResponse(keptStreamCall(stream, 'GET', offset), transport)).response;
			} catch (error) {
				if (transport.signal.aborted) break;
				if (!(error instanceof LockchatError)) throw error;
				// The server is there, and has no such stream any more.
				if (error.code !== 'unreachable') break;
			}
		}
		return null;
	};
}
