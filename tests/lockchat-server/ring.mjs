// @ts-check

/** @typedef {{ write: (bytes: Uint8Array) => void, end: () => void }} RingReader */

/** The last bytes of a stream, for readers that come late. @param {number} capacity */
export function createRing(capacity) {
	/** @type {Set<RingReader>} */
	const readers = new Set();
	let kept = Buffer.alloc(0);
	let dropped = 0;
	let hasEnded = false;

	return {
		/** How many bytes from the start have been dropped. */
		get dropped() {
			return dropped;
		},
		/** @param {string | Uint8Array} bytes */
		append(bytes) {
			const piece = Buffer.from(bytes);
			const all = Buffer.concat([kept, piece]);
			kept = all.subarray(Math.max(0, all.length - capacity));
			dropped += all.length - kept.length;
			for (const reader of readers) reader.write(piece);
		},
		end() {
			hasEnded = true;
			for (const reader of readers) reader.end();
			readers.clear();
		},
		/**
		 * Calls back with the bytes from this one on, and then with those that come; returns a function that ends this.
		 * @param {number} from not less than `dropped` @param {RingReader} reader
		 */
		read(from, reader) {
			const known = kept.subarray(from - dropped);
			if (known.length > 0) reader.write(known);
			if (hasEnded) reader.end();
			else readers.add(reader);
			return () => {
				readers.delete(reader);
			};
		},
	};
}
