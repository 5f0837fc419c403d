// @ts-check
import { CORS_HEADERS } from './cors.mjs';

/** @import { IncomingMessage, ServerResponse } from 'node:http' */

/** @param {IncomingMessage} request */
export async function readBody(request) {
	const pieces = [];
	for await (const piece of request) pieces.push(piece);
	return Buffer.concat(pieces);
}

/**
 * @param {IncomingMessage} request
 * @returns {Promise<Record<string, unknown> | null>} null where the body is not a JSON object
 */
export async function readJson(request) {
	const body = await readBody(request);
	try {
		const value = JSON.parse(body.toString('utf8'));
		return typeof value === 'object' && !Array.isArray(value) ? value : null;
	} catch (error) {
		if (error instanceof SyntaxError) return null;
		throw error;
	}
}

/** @param {ServerResponse} response @param {number} status @param {unknown} value */
export function answerJson(response, status, value) {
	response.writeHead(status, { ...CORS_HEADERS, 'Content-Type': 'application/json' });
	response.end(JSON.stringify(value));
}
