// @ts-check
/** `node tests/lockchat-server/main.mjs [--port 8976] [--upstream URL] [--test-api] [--resumable]` */
import { parseArgs } from 'node:util';
import { startServer } from './start-server.mjs';

const { values } = parseArgs({
	options: {
		port: { type: 'string', default: '8976' },
		upstream: { type: 'string' },
		'test-api': { type: 'boolean', default: false },
		resumable: { type: 'boolean', default: false },
	},
});

const server = await startServer({
	port: Number(values.port),
	hasTestApi: values['test-api'],
	...(values.upstream !== undefined && { upstream: values.upstream }),
	// llama.cpp keeps as much.
	...(values.resumable && { keptStreamBytes: 4 * 1024 * 1024 }),
});
console.log(`Lockchat server at ${server.url}${values.upstream ? `, relaying to ${values.upstream}` : ''}`);

for (const signal of ['SIGINT', 'SIGTERM']) {
	process.once(signal, () => server.close().then(() => process.exit(0)));
}
