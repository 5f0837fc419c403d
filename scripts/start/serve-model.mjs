// @ts-check
import { startServer } from '../../tests/lockchat-server/start-server.mjs';
import { admitsExtensions, findModelServer } from './find-model-server.mjs';
import { terminalText } from './terminal-text.mjs';

/**
 * @import { Endpoint } from '../../utils/lockchat/types.ts'
 * @import { ServerOptions } from '../../tests/lockchat-server/types.ts'
 */

const PORT = 8976;

/** On the usual port, or on a free one where that is taken. @param {ServerOptions} options */
async function startLocal(options) {
	try {
		return await startServer({ ...options, port: PORT });
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return startServer(options);
		throw error;
	}
}

/** A server that is named is waited for, in milliseconds: it may be far away, or this computer busy. */
const NAMED_WITHIN_MS = 15_000;

/**
 * Finds an endpoint: the model server that is named, else one on this computer, else the demonstration. A server that
 * refuses extensions is reached through a relay.
 * @param {string} [namedUrl] of a server that is used instead of those in the usual places
 * @returns {Promise<{ endpoint: Endpoint, close: () => Promise<void> }>}
 */
export async function serveModel(namedUrl) {
	const withinMs = namedUrl ? NAMED_WITHIN_MS : undefined;
	const places = namedUrl ? [{ name: 'The server that you named', url: namedUrl }] : undefined;
	const found = await findModelServer(places, withinMs);
	const endpoint = { id: 'npm-start', supportsStream: true, needsAuth: false };
	if (!found) {
		const demo = await startLocal({});
		const nobody = namedUrl
			? `No model server answers at ${namedUrl}`
			: 'No model server runs on this computer';
		console.log(`${nobody}: the demonstration answers, at ${demo.url}.`);
		return {
			endpoint: { ...endpoint, name: 'Demonstration', url: demo.url, models: ['lockchat-demo'] },
			close: demo.close,
		};
	}
	const { name, url, models } = found;
	if (await admitsExtensions(url, withinMs)) {
		console.log(`${name} runs at ${url}: ${terminalText(models.join(', '))}.`);
		return { endpoint: { ...endpoint, name, url, models }, close: async () => undefined };
	}
	const relay = await startLocal({ upstream: url });
	console.log(`${name} runs at ${url} and refuses extensions; a relay at ${relay.url} stands between.`);
	return { endpoint: { ...endpoint, name, url: relay.url, models }, close: relay.close };
}
