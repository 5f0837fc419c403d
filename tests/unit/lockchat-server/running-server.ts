import { afterAll, beforeAll } from 'vitest';
import { startServer } from '../../lockchat-server/start-server.mjs';
import type { LockchatServer, ServerOptions } from '../../lockchat-server/types.ts';

/** A server for all tests of a file; the getter works inside tests. */
export function runningServer(options: ServerOptions = {}): () => LockchatServer {
	let server: LockchatServer | undefined;
	beforeAll(async () => {
		server = await startServer(options);
	});
	afterAll(() => server?.close());
	return () => {
		if (!server) throw new Error('The server runs only inside tests.');
		return server;
	};
}
