import { once } from 'node:events';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { build } from 'vite';

const PAGE =
	'<!doctype html><meta charset="utf-8"><title>Fields</title><body><script type="module" src="/fields.js"></script>';

/** The script of `tests/editors/fields.ts`, with the editors in it, and with the React that they need. */
async function bundleFields(): Promise<string> {
	const built = await build({
		configFile: false,
		logLevel: 'silent',
		define: { global: 'globalThis' },
		resolve: { alias: [{ find: /^(react(?:-dom)?)(?=$|\/)/, replacement: '$1-18' }] },
		build: {
			write: false,
			minify: false,
			target: 'es2022',
			rollupOptions: { input: resolve(import.meta.dirname, '../../editors/fields.ts') },
		},
	});
	const [first] = [built].flat();
	const chunk = first && 'output' in first ? first.output[0] : null;
	if (!chunk) throw new Error('The page of fields was not bundled.');
	return chunk.code;
}

/** Serves a page with fields and editors of many kinds. Nothing of it is in the extension. */
export async function startFieldsServer(): Promise<{ url: string; close(): Promise<void> }> {
	const script = await bundleFields();
	const server = createServer(({ url }, response) => {
		const isScript = url === '/fields.js';
		response
			.writeHead(200, { 'Content-Type': isScript ? 'text/javascript' : 'text/html; charset=utf-8' })
			.end(isScript ? script : PAGE);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
	return {
		url: `http://127.0.0.1:${address.port}/`,
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}
