import { createServer } from 'node:http';
import { type Listening, listen } from '../e2e/harness/listen.ts';
import { answerPreflight } from '../lockchat-server/cors.mjs';
import { createRelay } from '../lockchat-server/relay.mjs';

/** A model server as on a person's computer. It has a single model, which a test's own server plays. */
export async function serveOnlyModel(upstream: string, model: string): Promise<Listening> {
	const relay = createRelay(upstream);
	const server = createServer((request, response) => {
		if (request.method === 'OPTIONS') answerPreflight(request, response);
		else if (request.url === '/v1/models') response.end(JSON.stringify({ data: [{ id: model }] }));
		else void relay(request, response);
	});
	return listen(server);
}
