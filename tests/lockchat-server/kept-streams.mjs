// @ts-check
import { EventEmitter } from 'node:events';
import { CORS_HEADERS } from './cors.mjs';
import { answerJson } from './json.mjs';
import { createRing } from './ring.mjs';

/**
 * @import { IncomingMessage, ServerResponse } from 'node:http'
 * @import { Stage } from './types.ts'
 */

/**
 * Streams that go on when their reader is gone, as llama.cpp keeps them. A completion whose request carries
 * `X-Conversation-Id` is also written to a ring buffer. `GET /v1/stream?conv_id=ID&from=N` sends what is in it from byte N
 * on, and then what follows. `DELETE /v1/stream?conv_id=ID` ends the stream, and is no error if there is none.
 * https://github.com/ggml-org/llama.cpp/blob/master/tools/server/server-stream.cpp
 * @param {number} ringBytes how much of each stream is kept
 */
export function createKeptStreams(ringBytes) {
	/** @type {Map<string, { ring: ReturnType<typeof createRing>, end: () => void }>} */
	const streams = new Map();

	/** @param {string} id */
	const discard = (id) => {
		streams.get(id)?.end();
		streams.delete(id);
	};

	/** @param {URL} url @param {ServerResponse} response */
	const replay = (url, response) => {
		const ring = streams.get(url.searchParams.get('conv_id') ?? '')?.ring;
		const from = Number(url.searchParams.get('from') ?? 0);
		if (!ring) return answerJson(response, 404, { error: { message: 'Stream not found or expired' } });
		if (from < ring.dropped) {
			return answerJson(response, 400, { error: { message: 'Stream offset lost, please restart' } });
		}
		response.writeHead(200, { ...CORS_HEADERS, 'Content-Type': 'text/event-stream' });
		response.flushHeaders();
		const stop = ring.read(from, {
			write: (bytes) => response.write(bytes),
			end: () => response.end(),
		});
		response.once('close', stop);
	};

	return {
		/**
		 * The target that a completion is written to. It emits `close` when the stream is discarded, and not when its client leaves.
		 * @param {string} id @param {ServerResponse} response
		 * @returns {Stage}
		 */
		keep(id, response) {
			discard(id);
			const ring = createRing(ringBytes);
			const stage = Object.assign(new EventEmitter(), {
				headersSent: false,
				socket: response.socket,
				/** @param {number} status @param {Record<string, string>} headers */
				writeHead(status, headers) {
					stage.headersSent = true;
					response.writeHead(status, headers);
				},
				flushHeaders: () => response.flushHeaders(),
				/** @param {string | Uint8Array} bytes */
				write(bytes) {
					ring.append(bytes);
					if (!response.destroyed) response.write(bytes);
					return true;
				},
				end() {
					ring.end();
					response.end();
				},
			});
			const end = () => {
				stage.emit('close');
				stage.end();
			};
			streams.set(id, { ring, end });
			return stage;
		},

		/** `GET` and `DELETE /v1/stream`. @param {IncomingMessage} request @param {ServerResponse} response @param {URL} url */
		answer(request, response, url) {
			if (request.method !== 'DELETE') return replay(url, response);
			discard(url.searchParams.get('conv_id') ?? '');
			response.writeHead(204, CORS_HEADERS).end();
		},
	};
}
