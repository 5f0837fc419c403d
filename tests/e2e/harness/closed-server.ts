import { createServer } from 'node:http';
import type { LockchatServer } from '../../lockchat-server/types.ts';
import { type Listening, listen } from './listen.ts';
import { relayTo } from './relay-to.ts';

/** Stands before a Lockchat server and leaves out its CORS headers: browsers keep its answers from everybody. */
export async function startClosedServer({ url }: Pick<LockchatServer, 'url'>): Promise<Listening> {
	const relay = relayTo(url, (headers) => {
		const kept = Object.entries(headers).filter(([name]) => !name.startsWith('access-control-'));
		return Object.fromEntries(kept);
	});
	const server = createServer((request, response) => {
		if (request.method === 'OPTIONS') response.writeHead(405).end();
		else relay(request, response);
	});
	return listen(server);
}
