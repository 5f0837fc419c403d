import { request as ask, createServer } from 'node:http';
import type { LockchatServer } from '../../lockchat-server/types.ts';
import { type Listening, listen } from '../harness/listen.ts';

/** Stands before a Lockchat server and leaves out its CORS headers: browsers keep its answers from everybody. */
export async function startClosedServer(upstream: LockchatServer): Promise<Listening> {
	const server = createServer((request, response) => {
		if (request.method === 'OPTIONS') {
			response.writeHead(405).end();
			return;
		}
		const { method, headers } = request;
		const relayed = ask(`${upstream.url}${request.url}`, { method, headers }, (answer) => {
			const kept = Object.entries(answer.headers).filter(([name]) => !name.startsWith('access-control-'));
			response.writeHead(answer.statusCode ?? 502, Object.fromEntries(kept));
			answer.pipe(response);
		});
		request.pipe(relayed);
		response.once('close', () => relayed.destroy());
		relayed.once('error', () => response.destroy());
	});
	return listen(server);
}
