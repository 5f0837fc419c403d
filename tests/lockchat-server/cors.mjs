// @ts-check
/** @import { IncomingMessage, ServerResponse } from 'node:http' */

/** `Retry-After` is not among the headers a page may read unless the server says so. */
export const CORS_HEADERS = {
	'Access-Control-Allow-Origin': '*',
	'Access-Control-Expose-Headers': '*',
};

/**
 * Answers a preflight. The headers asked for are named one by one: `*` does not cover `Authorization`.
 * @param {IncomingMessage} request
 * @param {ServerResponse} response
 */
export function answerPreflight(request, response) {
	response.writeHead(204, {
		...CORS_HEADERS,
		'Access-Control-Allow-Methods': 'GET, POST, DELETE, OPTIONS',
		'Access-Control-Allow-Headers':
			request.headers['access-control-request-headers'] ?? 'authorization, content-type',
		'Access-Control-Allow-Private-Network': 'true',
		'Access-Control-Max-Age': '600',
	});
	response.end();
}

const LOOPBACK_ORIGIN = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0)(:\d+)?$/;
const EXTENSION_ORIGIN = /^(chrome|moz|safari-web)-extension:\/\//;

/** Whether Ollama, as it is installed, would refuse this request. @param {string | undefined} origin */
export const isForeignToOllama = (origin) => origin !== undefined && !LOOPBACK_ORIGIN.test(origin);

/** Whether this is neither a program nor an extension, but some web page. @param {string | undefined} origin */
export const isWebPage = (origin) => origin !== undefined && !EXTENSION_ORIGIN.test(origin);
