// @ts-check
import { now } from './clock.mjs';

/**
 * @import { IncomingHttpHeaders } from 'node:http'
 * @import { RequestRecord, WireMessage } from './types.ts'
 */

/** Enough for any test. There is a limit so that a server that runs for days does not grow. */
const KEPT_REQUESTS = 1000;

const SECRET_NAME = /auth|key|token|cookie|secret/i;

/** @param {IncomingHttpHeaders} headers */
function redact(headers) {
	return Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [
			name,
			SECRET_NAME.test(name) ? '[redacted]' : String(value),
		]),
	);
}

/** The record of what was asked and what was sent. */
export function createRequestLog() {
	/** @type {RequestRecord[]} */
	const requests = [];
	/** @type {Set<() => void>} */
	const listeners = new Set();
	let count = 0;

	/** Wakes everyone who waits for a change of a record. */
	const changed = () => {
		for (const listener of listeners) listener();
	};

	return {
		requests,
		changed,

		/**
		 * @param {{ model: string, messages: readonly WireMessage[], headers: IncomingHttpHeaders, parameters: Record<string, unknown> }} asked
		 * @returns {RequestRecord}
		 */
		open({ model, messages, headers, parameters }) {
			count += 1;
			/** @type {RequestRecord} */
			const record = {
				id: `chatcmpl-${count}`,
				model,
				messages,
				headers: redact(headers),
				parameters,
				startedAt: now(),
				status: null,
				tokens: [],
				get sentText() {
					return this.tokens.map((token) => token.text).join('');
				},
				abortedAt: null,
				endedAt: null,
			};
			requests.push(record);
			if (requests.length > KEPT_REQUESTS) requests.shift();
			changed();
			return record;
		},

		/**
		 * @param {(request: RequestRecord) => boolean} isWanted
		 * @returns {Promise<RequestRecord>}
		 */
		waitFor(isWanted) {
			return new Promise((resolve) => {
				const look = () => {
					const found = requests.find(isWanted);
					if (!found) return;
					listeners.delete(look);
					resolve(found);
				};
				listeners.add(look);
				look();
			});
		},
	};
}
