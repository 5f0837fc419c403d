// @ts-check
import { pipeline } from 'node:stream/promises';
import { CORS_HEADERS, isWebPage } from './cors.mjs';
import { answerJson, readBody } from './json.mjs';

/** @import { IncomingMessage, ServerResponse } from 'node:http' */

/** Headers that are not passed on: those that concern one connection only, and Origin, so that the upstream server sees a program and not a page. */
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
/** CORS headers of the upstream server are dropped, since the relay sends its own, and browsers refuse two of one name. */
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
 * Passes a request on, and its answer back piece by piece. Web pages are refused: the relay sends no Origin, so they could
 * reach a model server through it that refuses them.
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
