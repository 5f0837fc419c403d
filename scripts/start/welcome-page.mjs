// @ts-check
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

/**
 * Serves the page that `npm start` opens, in the browser's language. It is not opened as a file, since extensions may
 * not read those.
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serveWelcomePage() {
	const server = createServer(async (request, response) => {
		const language = /^ru\b/i.test(request.headers['accept-language'] ?? '') ? 'ru' : 'en';
		const page = await readFile(new URL(`welcome.${language}.html`, import.meta.url));
		response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The welcome page has no port.');
	return {
		url: `http://127.0.0.1:${address.port}/`,
		async close() {
			const closed = once(server, 'close');
			server.close();
			server.closeAllConnections();
			await closed;
		},
	};
}
