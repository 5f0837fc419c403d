// @ts-check
import { answerJson, readJson } from './json.mjs';

/**
 * @import { IncomingMessage, ServerResponse } from 'node:http'
 * @import { LockchatServer, Step } from './types.ts'
 */

/**
 * `/__test/*`, for tests that run in another process than the server.
 * @param {Pick<LockchatServer, 'requests' | 'script' | 'release'>} server
 */
export function createTestApi({ requests, script, release }) {
	/** @param {IncomingMessage} request @param {ServerResponse} response */
	return async (request, response) => {
		const [what, name] = (request.url ?? '').replace('/__test/', '').split('/').map(decodeURIComponent);
		switch (`${request.method} ${what}`) {
			case 'GET requests':
				return answerJson(response, 200, requests);
			case 'POST release':
				release(name ?? '');
				return answerJson(response, 200, { released: name });
			case 'POST scripts': {
				const body = await readJson(request);
				if (typeof body?.id !== 'string' || !Array.isArray(body.steps)) {
					return answerJson(response, 400, { error: { message: 'A script is {id, steps}.' } });
				}
				return answerJson(response, 200, {
					model: script(body.id, /** @type {Step[]} */ (body.steps)),
				});
			}
			default:
				return answerJson(response, 404, { error: { message: `No such test call: ${request.url}` } });
		}
	};
}
