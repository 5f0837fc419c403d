import { LockchatError } from './lockchat-error.ts';
import type { StallWatch } from './stall-watch.ts';

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
		watch.tighten(ms);
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
