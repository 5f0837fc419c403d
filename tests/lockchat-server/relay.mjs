// @ts-check
import { pipeline } from 'node:stream/promises';
import { CORS_HEADERS, isWebPage } from './cors.mjs';
import { answerJson, readBody } from './json.mjs';

/** @import { IncomingMessage, ServerResponse } from 'node:http' */

/** What belongs to one hop, and the Origin: the upstream server sees a program, not a page. */
const NOT_SENT_ON = new Set([
	'host',
	'connection',
	'content-length',
	'transfer-encoding',
	'origin',
	'referer',
	'accept-encoding',
	'keep-alive',
]);
/** The relay's own CORS headers stand alone: a browser refuses two of one name. */
const NOT_SENT_BACK = new Set([
	'connection',
	'content-length',
	'content-encoding',
	'transfer-encoding',
	'keep-alive',
]);

/** @param {IncomingMessage} request */
function headersFor(request) {
	const headers = new Headers();
	for (const [name, value] of Object.entries(request.headers)) {
		if (value !== undefined && !NOT_SENT_ON.has(name)) headers.set(name, String(value));
	}
	return headers;
}

/** @param {IncomingMessage} request */
const isLocal = (request) => /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '');

/**
 * Passes a request on and its answer back, each piece as it comes. Web pages are refused: through a relay without
 * Origin they could use a model server that would not let them in.
 * @param {string} upstream without `/v1`
 */
export function createRelay(upstream) {
	const base = upstream.replace(/\/+$/, '').replace(/\/v1$/, '');

	/** @param {IncomingMessage} request @param {ServerResponse} response */
	return async (request, response) => {
		if (isWebPage(request.headers.origin) || !isLocal(request)) {
			return answerJson(response, 403, {
				error: { message: 'The relay serves programs and extensions only.' },
			});
		}
		const left = new AbortController();
		response.once('close', () => left.abort());
		try {
			const answer = await fetch(base + request.url, {
				method: request.method ?? 'GET',
				headers: headersFor(request),
				...(request.method === 'POST' && { body: await readBody(request) }),
				signal: left.signal,
			});
			const headers = [...answer.headers].filter(
				([name]) => !NOT_SENT_BACK.has(name) && !name.startsWith('access-control-'),
			);
			response.writeHead(answer.status, { ...Object.fromEntries(headers), ...CORS_HEADERS });
			response.flushHeaders();
			if (!answer.body) response.end();
			else await pipeline(answer.body, response);
		} catch (error) {
			if (left.signal.aborted) return;
			if (response.headersSent) response.socket?.resetAndDestroy();
			else answerJson(response, 502, { error: { message: `${base} does not answer: ${error}` } });
		}
	};
}
