import type { ErrorSource } from '../errors/server-error.ts';
import { LockchatError } from '../lockchat-error.ts';

/**
 * Adds up the time spent waiting for a server since it last showed life.
 *
 * Only waiting counts: while the consumer of a stream takes its time, the server is asked for nothing.
 */
export interface StallWatch {
	/** Gives what `promise` gives, or rejects with `stalled` when the server has been silent for as long as the limit. */
	wait<T>(promise: Promise<T>): Promise<T>;
	/** The server has shown life: the silence begins anew. */
	touch(): void;
	/**
	 * Sets the limit from now on, with the silence counted from zero. It is never more than the limit that the watch
	 * was made with; when `limitMs` is left out, the watch returns to that one.
	 */
	limitTo(limitMs?: number): void;
}

export function createStallWatch(limitMs: number): StallWatch {
	let limit = limitMs;
	let silentMs = 0;

	return {
		async wait(promise) {
			const startedAt = performance.now();
			let timer: ReturnType<typeof setTimeout> | undefined;
			const stall = new Promise<never>((_, reject) => {
				timer = setTimeout(() => reject(new LockchatError('stalled')), Math.max(0, limit - silentMs));
			});
			try {
				return await Promise.race([promise, stall]);
			} finally {
				clearTimeout(timer);
				silentMs += performance.now() - startedAt;
			}
		},
		touch() {
			silentMs = 0;
		},
		limitTo(newLimitMs = limitMs) {
			limit = Math.min(limitMs, newLimitMs);
			silentMs = 0;
		},
	};
}

/** A response's body as text, piece by piece as it comes. */
export interface BodyReader {
	/**
	 * The next piece, never empty; null at the end.
	 * Throws `interrupted` when the connection breaks, and `stalled` when the stall watch says so.
	 */
	read(): Promise<string | null>;
	/**
	 * What comes within `ms`, up to `maxLength` UTF-16 code units. Where the body breaks off, this gives what had
	 * come and throws nothing.
	 */
	readUpTo(maxLength: number, ms: number): Promise<string>;
	/**
	 * Waits up to `ms` for the server to end the body by itself, so that its connection can be used again. What still
	 * comes is dropped.
	 */
	drain(ms: number): Promise<void>;
}

/** Gives the same body once more, from this byte on; null when it is not to be had. */
export type Reopen = (offset: number) => Promise<Response | null>;

export function createBodyReader(response: Response, watch: StallWatch, reopen?: Reopen): BodyReader {
	let source = response.body;
	let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
	let offset = 0;
	// The decoder drops a leading BOM, and holds back a character that is split between two pieces.
	const decoder = new TextDecoder();
	let isEnded = source === null;

	async function readBytes(): Promise<Uint8Array | null> {
		while (source !== null) {
			try {
				reader ??= source.getReader();
				const { done, value } = await watch.wait(reader.read());
				isEnded = done;
				if (done) return null;
				offset += value.length;
				return value;
			} catch (error) {
				isEnded = true;
				if (error instanceof LockchatError) throw error;
				reader = undefined;
				source = (await reopen?.(offset))?.body ?? null;
				if (source === null) throw new LockchatError('interrupted', { cause: error });
			}
		}
		return null;
	}

	async function read(): Promise<string | null> {
		while (!isEnded) {
			const bytes = await readBytes();
			const text = bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true });
			if (text !== '') return text;
		}
		return null;
	}

	async function readUpTo(maxLength: number, ms: number): Promise<string> {
		const until = performance.now() + ms;
		watch.limitTo(ms);
		const pieces: string[] = [];
		let length = 0;
		try {
			while (length < maxLength && performance.now() < until) {
				const piece = await read();
				if (piece === null) break;
				pieces.push(piece);
				length += piece.length;
			}
		} catch (error) {
			// Half an error message is better than none. This break is not told, since the failure that the message belongs to is.
			if (!(error instanceof LockchatError)) throw error;
		}
		return pieces.join('').slice(0, maxLength);
	}

	return {
		read,
		readUpTo,
		async drain(ms) {
			const until = performance.now() + ms;
			while (!isEnded && performance.now() < until) await readUpTo(1, until - performance.now());
		},
	};
}

/** A response that claims success, and what is needed to read it. */
export interface Exchange {
	response: Response;
	body: BodyReader;
	watch: StallWatch;
	/** Where errors inside the body come from. It names no status, since the response's own says success. */
	source: ErrorSource;
	/** The most one event, or a body that is no event stream, may hold, in UTF-16 code units. */
	maxEventLength: number;
	/** Whether comments and blanks count as signs of life. They do for servers on this computer. */
	isLocal: boolean;
	/** Whether texts that arrive together become one event. */
	joinsTokens: boolean;
}
