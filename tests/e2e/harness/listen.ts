import { once } from 'node:events';
import type { Server } from 'node:http';

/** A server of a test, on a port of its own. */
export interface Listening {
	/** Without a path: `http://127.0.0.1:54321`. */
	url: string;
	close(): Promise<void>;
}

/** Has a server listen on a free port of this computer. */
export async function listen(server: Server): Promise<Listening> {
	server.listen(0, '127.0.0.1');
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
