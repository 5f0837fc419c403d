// @ts-check

/** Named holds, at which an answer waits. A release lets one hold go on: the one that has waited longest, or the next one to come. */
export function createLatches() {
	/** @type {Map<string, number>} */
	const credits = new Map();
	/** @type {Map<string, Set<() => void>>} */
	const waiting = new Map();

	return {
		/** @param {string} name */
		release(name) {
			const [first] = waiting.get(name) ?? [];
			if (first) first();
			else credits.set(name, (credits.get(name) ?? 0) + 1);
		},

		/**
		 * Resolves when the hold may pass, or when the client has left.
		 * @param {string} name
		 * @param {AbortSignal} signal
		 * @returns {Promise<void>}
		 */
		hold(name, signal) {
			const credit = credits.get(name) ?? 0;
			if (credit > 0) {
				credits.set(name, credit - 1);
				return Promise.resolve();
			}
			return new Promise((resolve) => {
				const queue = waiting.get(name) ?? new Set();
				waiting.set(name, queue);
				const pass = () => {
					queue.delete(pass);
					signal.removeEventListener('abort', pass);
					resolve();
				};
				queue.add(pass);
				signal.addEventListener('abort', pass);
			});
		},
	};
}
