import { once } from 'node:events';
import { createServer } from 'node:http';

/** A server that nobody has a reason to connect to: whatever reaches it is a leak. */
export interface LeakServer {
	origin: string;
	/** The requests that reached it nevertheless: method and path. */
	readonly requests: readonly string[];
	close(): Promise<void>;
}

export async function startLeakServer(): Promise<LeakServer> {
	const requests: string[] = [];
	const server = createServer((request, response) => {
		requests.push(`${request.method} ${request.url}`);
		response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end('leaked');
	});
	// A connection made early sends nothing, and tells all the same.
	server.on('connection', () => requests.push('a connection'));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
	return {
		origin: `http://127.0.0.1:${address.port}`,
		requests,
		async close() {
			const closed = once(server, 'close');
			server.close();
			server.closeAllConnections();
			await closed;
		},
	};
}
