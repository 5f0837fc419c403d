import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { type Listening, listen } from '../e2e/harness/listen.ts';
import { chunkOf, DONE, event, finish, token } from '../lockchat-server/chunk.mjs';
import type { Shown } from './texts.ts';

const CORS = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' };

/**
 * A server with one model that has a name as people know it, and says what the texts have it say.
 * @param untilWanted resolves when the next word may be said; they are said at once when it is left out
 */
export function serveModel(
	model: string,
	shown: Shown,
	untilWanted?: () => Promise<unknown>,
): Promise<Listening> {
	const server = createServer(async (request, response) => {
		const asked = await text(request);
		if (request.method === 'OPTIONS') return void response.writeHead(204, CORS).end();
		if (request.method === 'GET')
			return void response.writeHead(200, CORS).end(JSON.stringify({ data: [{ id: model }] }));
		const isAboutPage = asked.includes(shown.paragraphs[0]?.slice(0, 30) ?? '');
		const pieces = (isAboutPage ? shown.answer : shown.shortAnswer).match(/\S+\s*/g) ?? [];
		const usage = { prompt_tokens: 160, completion_tokens: pieces.length, total_tokens: 160 + pieces.length };
		response.writeHead(200, { ...CORS, 'Content-Type': 'text/event-stream' });
		for (const piece of pieces) {
			await untilWanted?.();
			response.write(token(piece));
		}
		response.end(finish() + event(chunkOf({ choices: [], usage })) + DONE);
	});
	return listen(server);
}
