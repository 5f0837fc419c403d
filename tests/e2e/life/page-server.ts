import { once } from 'node:events';
import { createServer } from 'node:http';

/** A site of its own: another port is another origin. */
export interface PageServer {
	url: string;
	close(): Promise<void>;
}

/** Serves these pages by their paths. */
export async function startPageServer(
	pages: Record<string, { type: string; body: string }>,
): Promise<PageServer> {
	const server = createServer((request, response) => {
		const page = pages[request.url ?? ''];
		response.writeHead(page ? 200 : 404, { 'Content-Type': page?.type ?? 'text/plain' }).end(page?.body);
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
