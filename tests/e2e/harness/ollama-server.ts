import { once } from 'node:events';
import { request as ask, createServer } from 'node:http';
import { startServer } from '../../lockchat-server/start-server.mjs';

/** A request as it reached the server, also if it was refused. The Lockchat server's own log has only requests that were not. */
export interface ArrivedRequest {
	method: string;
	/** Undefined if the browser sent none. */
	origin: string | undefined;
	status: number;
}

export interface OllamaServer {
	url: string;
	/** Oldest first. */
	arrived: readonly ArrivedRequest[];
	close(): Promise<void>;
}

/** A Lockchat server that refuses foreign origins as Ollama does. It records every request with its origin and the answer's status. */
export async function startOllama(): Promise<OllamaServer> {
	const lockchat = await startServer({ refusesForeignOrigins: true });
	const arrived: ArrivedRequest[] = [];
	const door = createServer((request, response) => {
		const { method = '', headers } = request;
		const relayed = ask(`${lockchat.url}${request.url}`, { method, headers }, (answer) => {
			const status = answer.statusCode ?? 502;
			arrived.push({ method, origin: headers.origin, status });
			response.writeHead(status, answer.headers);
			answer.pipe(response);
		});
		request.pipe(relayed);
		response.once('close', () => relayed.destroy());
		relayed.once('error', () => response.destroy());
	}).listen(0, '127.0.0.1');
	await once(door, 'listening');
	const address = door.address();
	if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
	return {
		url: `http://127.0.0.1:${address.port}`,
		arrived,
		async close() {
			door.closeAllConnections();
			door.close();
			await once(door, 'close');
			await lockchat.close();
		},
	};
}
