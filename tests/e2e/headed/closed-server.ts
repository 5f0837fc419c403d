import { once } from 'node:events';
import { request as ask, createServer } from 'node:http';
import type { LockchatServer } from '../../lockchat-server/types.ts';

export interface ClosedServer {
	url: string;
	close(): Promise<void>;
}

/** Stands before a Lockchat server and leaves out its CORS headers: browsers keep its answers from everybody. */
export async function startClosedServer(upstream: LockchatServer): Promise<ClosedServer> {
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
