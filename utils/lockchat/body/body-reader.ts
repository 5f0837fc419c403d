import type { ErrorSource } from '../errors/server-error.ts';
import { LockchatError } from '../lockchat-error.ts';

/**
 * Adds up the time spent waiting for a server since it last showed life.
 *
 * Only waiting counts: while the consumer of a stream takes its time, nothing is asked of the server.
 */
export interface StallWatch {
	/** Passes `promise` on; rejects with `stalled` when the silence has lasted as long as the limit. */
	wait<T>(promise: Promise<T>): Promise<T>;
	/** The server has shown life: the silence begins anew. */
	touch(): void;
	/**
	 * From now on at most `limitMs`, of which nothing has passed yet. Never more than the watch was made with, which
	 * is what it returns to when `limitMs` is left out.
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
	 * Throws `interrupted` when the connection breaks, `stalled` as the watch says.
	 */
	read(): Promise<string | null>;
	/** What comes within `ms` and `maxLength` (UTF-16 code units), and no error when it breaks off. */
	readUpTo(maxLength: number, ms: number): Promise<string>;
	/** Lets the server end the body by itself, so that its connection can be used again; drops what still comes. */
	drain(ms: number): Promise<void>;
}

/** The body from this byte on, once more; null when it is not to be had. */
export type Reopen = (offset: number) => Promise<Response | null>;

export function createBodyReader(response: Response, watch: StallWatch, reopen?: Reopen): BodyReader {
	let source = response.body;
	let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
	let offset = 0;
	// Drops a leading BOM, and holds back a character that is split between two pieces.
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
			// Half an error message is better than none: the failure it belongs to is told anyway.
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
	/** Where errors inside the body come from; without a status, as the response's says success. */
	source: ErrorSource;
	/** The most one event, or a body that is no event stream, may hold, in UTF-16 code units. */
	maxEventLength: number;
	/** Whether comments and blanks count as life, as they do on this computer. */
	isLocal: boolean;
	/** Texts that arrive together are one event. */
	joinsTokens: boolean;
}
