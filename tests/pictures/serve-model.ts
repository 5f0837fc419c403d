import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { chunkOf, DONE, event, finish, token } from '../lockchat-server/chunk.mjs';
import type { Shown } from './texts.ts';

const CORS = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' };

/** A server with one model that has a name as people know it, and says what the texts have it say. */
export async function serveModel(model: string, shown: Shown) {
	const server = createServer(async (request, response) => {
		const asked = await text(request);
		if (request.method === 'OPTIONS') return void response.writeHead(204, CORS).end();
		if (request.method === 'GET')
			return void response.writeHead(200, CORS).end(JSON.stringify({ data: [{ id: model }] }));
		const isAboutPage = asked.includes(shown.paragraphs[0]?.slice(0, 30) ?? '');
		const pieces = (isAboutPage ? shown.answer : shown.shortAnswer).match(/\S+\s*/g) ?? [];
		const usage = { prompt_tokens: 160, completion_tokens: pieces.length, total_tokens: 160 + pieces.length };
		response.writeHead(200, { ...CORS, 'Content-Type': 'text/event-stream' });
		for (const piece of pieces) response.write(token(piece));
		response.end(finish() + event(chunkOf({ choices: [], usage })) + DONE);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The model has no port.');
	return {
		url: `http://127.0.0.1:${address.port}`,
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}
