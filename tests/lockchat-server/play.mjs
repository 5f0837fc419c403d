// @ts-check
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { DONE, finish, token } from './chunk.mjs';
import { now } from './clock.mjs';
import { CORS_HEADERS } from './cors.mjs';

/**
 * @import { RequestRecord, Stage, Step } from './types.ts'
 */

const STREAM_HEADERS = { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-cache' };

/** @param {unknown} error */
function ignoreAbort(error) {
	if (!(error instanceof Error && error.name === 'AbortError')) throw error;
}

/**
 * Plays steps on a response, recording what was sent and when; stops where the client leaves.
 * @param {Iterable<Step>} steps
 * @param {{
 *   response: Stage, record: RequestRecord, signal: AbortSignal,
 *   hold: (name: string, signal: AbortSignal) => Promise<void>, changed: () => void,
 * }} stage
 */
export async function play(steps, { response, record, signal, hold, changed }) {
	/** @param {{ status: number, headers?: Record<string, string> }} head */
	const sendHead = ({ status, headers = {} }) => {
		response.writeHead(status, { ...CORS_HEADERS, ...headers });
		response.flushHeaders();
		record.status = status;
		changed();
	};

	/** @param {string | Uint8Array} bytes @param {string} [text] */
	const send = async (bytes, text) => {
		if (!response.headersSent) sendHead({ status: 200, headers: STREAM_HEADERS });
		const hasRoom = response.write(bytes);
		if (text) record.tokens.push({ text, at: now() });
		changed();
		if (!hasRoom) await once(response, 'drain', { signal }).catch(ignoreAbort);
	};

	for (const step of steps) {
		if (signal.aborted) return;
		if ('status' in step) {
			sendHead(step);
			if (step.body) await send(step.body);
		} else if ('write' in step) await send(step.write, step.text);
		else if ('base64' in step) await send(Buffer.from(step.base64, 'base64'), step.text);
		else if ('token' in step) await send(token(step.token), step.token);
		else if ('done' in step) await send(finish() + DONE);
		else if ('wait' in step) await delay(step.wait, undefined, { signal }).catch(ignoreAbort);
		else if ('hold' in step) await hold(step.hold, signal);
		else if ('stall' in step) await once(signal, 'abort');
		else if ('drop' in step) response.socket?.resetAndDestroy();
		else {
			record.endedAt = now();
			response.socket?.resetAndDestroy();
			return;
		}
	}
	if (signal.aborted) return;
	if (!response.headersSent) sendHead({ status: 200, headers: STREAM_HEADERS });
	record.endedAt = now();
	response.end();
}
