// @ts-check
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createCompletions } from './complete.mjs';
import { answerPreflight, isForeignToOllama } from './cors.mjs';
import { findModel, listModels, missingModel } from './find-model.mjs';
import { answerJson } from './json.mjs';
import { createKeptStreams } from './kept-streams.mjs';
import { createLatches } from './latches.mjs';
import { createRelay } from './relay.mjs';
import { createRequestLog } from './request-log.mjs';
import { createTestApi } from './test-api.mjs';

/**
 * @import { IncomingMessage, ServerResponse } from 'node:http'
 * @import { LockchatServer, Script, ServerOptions } from './types.ts'
 */

const LOOPBACK = '127.0.0.1';

/** @param {string} id */
const modelEntry = (id) => ({ id, object: 'model', created: 1735689600, owned_by: 'lockchat' });

/** @param {URL} url @param {Iterable<string>} scripts */
function modelList(url, scripts) {
	const names = listModels(url.searchParams.get('all') === '1', scripts);
	return {
		object: 'list',
		data: names.map(modelEntry),
	};
}

/**
 * The model that `GET /v1/models/{model}` asks for; its name may hold slashes. Null for any other request.
 * @param {IncomingMessage} request
 * @param {URL} url
 * @param {string} base
 */
function modelIn(request, url, base) {
	const prefix = `${base}/models/`;
	const isModel = request.method === 'GET' && url.pathname.startsWith(prefix);
	return isModel ? decodeURIComponent(url.pathname.slice(prefix.length)) : null;
}

/**
 * Starts a Lockchat server that only this computer can reach.
 * @param {ServerOptions} [options]
 * @returns {Promise<LockchatServer>} rejects where the port is taken
 */
export async function startServer({
	port = 0,
	upstream,
	hasTestApi = false,
	refusesForeignOrigins = false,
	keptStreamBytes,
	base = '/v1',
	requiredHeaders = {},
} = {}) {
	/** @type {Map<string, Script>} */
	const scripts = new Map();
	const latches = createLatches();
	const log = createRequestLog();
	const keptStreams = keptStreamBytes === undefined ? null : createKeptStreams(keptStreamBytes);
	const complete = createCompletions({ scripts, latches, log, keptStreams });
	const relay = upstream === undefined ? null : createRelay(upstream);

	const controls = {
		requests: log.requests,
		release: latches.release,
		waitForRequest: log.waitFor,
		/** @param {string} id @param {Script} script */
		script(id, script) {
			scripts.set(`script:${id}`, script);
			return `script:${id}`;
		},
	};
	const testApi = hasTestApi ? createTestApi(controls) : null;

	/** @param {IncomingMessage} request @param {ServerResponse} response */
	const route = async (request, response) => {
		const url = new URL(request.url ?? '/', `http://${LOOPBACK}`);
		if (refusesForeignOrigins && isForeignToOllama(request.headers.origin))
			return response.writeHead(403).end();
		if (request.method === 'OPTIONS') return answerPreflight(request, response);
		if (Object.entries(requiredHeaders).some(([name, value]) => request.headers[name] !== value)) {
			return answerJson(response, 401, { error: { message: 'A header is missing, or is another one.' } });
		}
		if (testApi && url.pathname.startsWith('/__test/')) return testApi(request, response);
		if (relay && url.pathname.startsWith('/v1/')) return relay(request, response);
		if (keptStreams && url.pathname === '/v1/stream') return keptStreams.answer(request, response, url);
		switch (`${request.method} ${url.pathname}`) {
			case `GET ${base}/models`:
				return answerJson(response, 200, modelList(url, scripts.keys()));
			case `POST ${base}/chat/completions`:
				return complete(request, response);
			default: {
				const name = modelIn(request, url, base);
				if (name !== null) {
					return findModel(name, scripts)
						? answerJson(response, 200, modelEntry(name))
						: answerJson(response, 404, { error: { type: 'invalid_request_error', ...missingModel(name) } });
				}
				return answerJson(response, 404, {
					error: {
						message: `Invalid URL (${request.method} ${url.pathname})`,
						type: 'invalid_request_error',
						param: null,
						code: null,
					},
				});
			}
		}
	};

	const server = createServer((request, response) => {
		route(request, response).catch((error) => {
			if (response.destroyed) return;
			console.error(error);
			if (response.headersSent) response.destroy();
			else
				answerJson(response, 500, {
					error: { message: 'The local server failed.', type: 'server_error', param: null, code: null },
				});
		});
	});
	// No time limit: some models are there for readers that take minutes.
	server.requestTimeout = 0;
	server.listen(port, LOOPBACK);
	await once(server, 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');

	return {
		...controls,
		url: `http://${LOOPBACK}:${address.port}`,
		port: address.port,
		async close() {
			const closed = once(server, 'close');
			server.close();
			server.closeAllConnections();
			await closed;
		},
	};
}
