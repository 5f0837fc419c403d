import { test as base } from '@playwright/test';
import type { Endpoint } from '../../../utils/lockchat/types.ts';
import { startServer } from '../../lockchat-server/start-server.mjs';
import type { LockchatServer, ServerOptions } from '../../lockchat-server/types.ts';

interface ServerFixtures {
	/** What the server is started with. */
	serverOptions: ServerOptions;
	/** A server of the test's own, so that its records hold only what this test asked. */
	server: LockchatServer;
	/** The server as an endpoint. It has the models that tests ask; a test adds others by `{...endpoint, models}`. */
	endpoint: Endpoint;
}

export const test = base.extend<ServerFixtures>({
	serverOptions: [{}, { option: true }],
	server: async ({ serverOptions }, use) => {
		const server = await startServer(serverOptions);
		await use(server);
		await server.close();
	},
	endpoint: ({ server }, use) =>
		use({
			id: 'test-server',
			name: 'Test server',
			url: server.url,
			models: ['gpt-4', 'gpt-3.5-turbo', 'lockchat-demo'],
			supportsStream: true,
			needsAuth: false,
		}),
});
