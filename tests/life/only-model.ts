import { once } from 'node:events';
import { createServer } from 'node:http';
import { answerPreflight } from '../lockchat-server/cors.mjs';
import { createRelay } from '../lockchat-server/relay.mjs';

/** A model server as on a person's computer. It has a single model, which a test's own server plays. */
export async function serveOnlyModel(
	upstream: string,
	model: string,
): Promise<{ url: string; close(): Promise<void> }> {
	const relay = createRelay(upstream);
	const server = createServer((request, response) => {
		if (request.method === 'OPTIONS') answerPreflight(request, response);
		else if (request.url === '/v1/models') response.end(JSON.stringify({ data: [{ id: model }] }));
		else void relay(request, response);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
	return {
		url: `http://127.0.0.1:${address.port}`,
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}
