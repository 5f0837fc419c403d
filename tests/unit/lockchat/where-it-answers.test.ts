import { describe, expect, it } from 'vitest';
import { checkEndpoint } from '../../../utils/lockchat/check-endpoint.ts';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import { listModels } from '../../../utils/lockchat/list-models.ts';
import { DONE, endpointAt, outcomeOf, requestTo, STOP, sse, text } from './complete.ts';
import { type Server, serve } from './serve.ts';

const LIST = '{"object":"list","data":[{"id":"gpt-4"}]}';
const ANSWER = text('Yes.') + STOP + DONE;

type Refusal = readonly [status: number, body: string];

/** A server that has its methods below `root`, and refuses every other path. */
function serveBelow(root: string, [status, body]: Refusal = [404, '{"detail":"Not Found"}']) {
	return serve((response, { method, path }) => {
		if (`${method} ${path}` === `GET ${root}/models`) response.end(LIST);
		else if (`${method} ${path}` === `POST ${root}/chat/completions`) response.end(ANSWER);
		else response.writeHead(status).end(body);
	});
}

const pathsOf = ({ asked }: Server) => asked.map(({ method, path }) => `${method} ${path}`);

async function ask(server: Server, typed: string, base?: string) {
	const bases: string[] = [];
	const endpoint = endpointAt(server.url + typed, { ...(base !== undefined && { base: server.url + base }) });
	const outcome = await outcomeOf(
		createCompletion(requestTo(server, { endpoint }), { onBase: (found) => bases.push(found) }),
	);
	return { ...outcome, bases: bases.map((found) => found.slice(server.url.length)) };
}

describe('case 85: an address that leaves in doubt where the methods are', () => {
	it.each([
		['/v1/ACC/GW/compat', '/v1/ACC/GW/compat'],
		['/v1/ACC/GW/compat', '/v1/ACC/GW/compat/v1'],
		['/gateway', '/gateway'],
		['/gateway', '/gateway/v1'],
		['', '/v1'],
		['', ''],
	])('typed as %j is answered below %j', async (typed, root) => {
		const server = await serveBelow(root);
		expect(await ask(server, typed)).toMatchObject({ text: 'Yes.', error: null });
		expect(await listModels({ endpoint: endpointAt(server.url + typed) })).toEqual(['gpt-4']);
		await checkEndpoint({ endpoint: endpointAt(server.url + typed), model: 'gpt-4' });
	});

	it.each([
		'/v1',
		'/api/v1',
		'/openai/v1',
		'/v1beta/openai',
		'/v1beta',
		'/api/paas/v4',
		'/compatible-mode/v1',
		'/compat/v2alpha',
	])('is in no doubt below %s, which names its version at the end', async (root) => {
		const server = await serveBelow('/elsewhere');
		expect((await ask(server, root)).error).toMatchObject({ code: 'not-found', status: 404 });
		expect(pathsOf(server)).toEqual([`POST ${root}/chat/completions`]);
	});

	it.each<Refusal>([
		[404, ''],
		[405, '{"detail":"Method Not Allowed"}'],
		[404, '<!doctype html><title>Lost</title>'],
		[200, '<!doctype html><title>An app</title>'],
	])('is tried with /v1 where the first place says %d %s', async (status, body) => {
		const server = await serveBelow('/gateway/v1', [status, body]);
		expect(await ask(server, '/gateway')).toMatchObject({ text: 'Yes.', bases: ['/gateway/v1'] });
		expect(pathsOf(server)).toEqual(['POST /gateway/chat/completions', 'POST /gateway/v1/chat/completions']);
	});

	it.each<Refusal>([
		[401, '{"error":{"message":"No key."}}'],
		[403, '{"error":{"message":"Not you."}}'],
		[400, '{"error":{"message":"Bad."}}'],
		[404, '{"error":{"message":"The model does not exist","code":"model_not_found"}}'],
		[500, '<html>oops</html>'],
		[502, ''],
		[200, '{"error":{"message":"Overloaded"}}'],
		[200, 'spam'],
	])(
		'gets a question once where the first place says %d %s: it may have been taken',
		async (status, body) => {
			const server = await serveBelow('/gateway/v1', [status, body]);
			expect((await ask(server, '/gateway')).error).not.toBeNull();
			expect(pathsOf(server)).toEqual(['POST /gateway/chat/completions']);
		},
	);

	it('gets a question once where the answer fails after its first word', async () => {
		const failed = text('Y') + sse({ error: { message: 'Not Found', code: 404 } });
		const server = await serve((response) => response.end(failed));
		expect(await ask(server, '/gateway')).toMatchObject({ text: 'Y', bases: ['/gateway'] });
		expect(server.asked).toHaveLength(1);
	});

	it('is asked for nothing more where the connection fails', async () => {
		const server = await serve((response) => response.destroy());
		expect((await ask(server, '/gateway')).error).toMatchObject({ code: 'unreachable' });
		expect(server.asked).toHaveLength(1);
	});

	it('fails with what its first place says where it is nowhere, and with the complaint where one place has one', async () => {
		const nowhere = await serve((response, _, ordinal) => response.writeHead(404).end(`Nothing ${ordinal}`));
		expect((await ask(nowhere, '/gateway')).error).toMatchObject({ detail: 'Nothing 0' });
		const locked = await serve((response, { path }) =>
			response.writeHead(path.includes('/v1/') ? 401 : 404).end('Closed'),
		);
		expect((await ask(locked, '/gateway')).error).toMatchObject({ code: 'unauthorized' });
		await expect(listModels({ endpoint: endpointAt(`${locked.url}/gateway`) })).rejects.toMatchObject({
			code: 'unauthorized',
		});
	});
});

describe('case 85: an address that ends in #', () => {
	it.each(['/odd/path', '/v1', '/v1//chat/', '/odd/path?key=1', '/odd/chat/completions'])(
		'%s is asked as it stands',
		async (path) => {
			const server = await serve((response) => response.end(ANSWER));
			expect(await ask(server, `${path}#`)).toMatchObject({ text: 'Yes.', bases: [] });
			expect(pathsOf(server)).toEqual([`POST ${path}`]);
		},
	);

	it('lists the models beside /chat/completions, and none elsewhere', async () => {
		const server = await serveBelow('/odd');
		const list = (path: string) => listModels({ endpoint: endpointAt(server.url + path) });
		expect(await list('/odd/chat/completions#')).toEqual(['gpt-4']);
		expect(await list('/odd/path#')).toEqual([]);
		expect(pathsOf(server)).toEqual(['GET /odd/models']);
	});

	it('tries nothing else where nothing is there', async () => {
		const server = await serveBelow('/v1');
		expect((await ask(server, '/v1/ask#')).error).toMatchObject({ code: 'not-found' });
		expect(pathsOf(server)).toEqual(['POST /v1/ask']);
	});
});

describe('case 86: a server that has conversations below its providers', () => {
	/**
	 * A server with g4f's paths: `/api/{provider}/{conversation}/chat/completions` answers for every name of a
	 * conversation.
	 */
	const serveG4f = () =>
		serve((response, { method, path }) => {
			if (path === '/api/SomeProvider/models') response.end(LIST);
			else if (/^\/api\/SomeProvider(\/\w+)?\/chat\/completions$/.test(path) && method === 'POST')
				response.end(ANSWER);
			else response.writeHead(404).end('{"detail":"Not Found"}');
		});

	it('gets no question into a conversation of ours, and its list tells where it answers', async () => {
		const server = await serveG4f();
		const bases: string[] = [];
		const endpoint = endpointAt(`${server.url}/api/SomeProvider`);
		expect(await listModels({ endpoint }, { onBase: (base) => bases.push(base) })).toEqual(['gpt-4']);
		expect(await ask(server, '/api/SomeProvider')).toMatchObject({ text: 'Yes.' });
		expect(bases).toEqual([endpoint.url]);
		expect(pathsOf(server)).toEqual([
			'GET /api/SomeProvider/models',
			'POST /api/SomeProvider/chat/completions',
		]);
	});

	it('is asked nowhere else once it has answered, whatever it says later', async () => {
		const server = await serveBelow('/api/SomeProvider/v1');
		expect((await ask(server, '/api/SomeProvider', '/api/SomeProvider')).error).toMatchObject({
			code: 'not-found',
		});
		expect(pathsOf(server)).toEqual(['POST /api/SomeProvider/chat/completions']);
	});

	it('is looked for again by its list, and no base of another address counts', async () => {
		const server = await serveBelow('/gateway/v1');
		const bases: string[] = [];
		const endpoint = endpointAt(`${server.url}/gateway`, { base: `${server.url}/gateway` });
		expect(await listModels({ endpoint }, { onBase: (base) => bases.push(base) })).toEqual(['gpt-4']);
		expect(bases).toEqual([`${server.url}/gateway/v1`]);
		expect(await ask(server, '/gateway', '/other/v1')).toMatchObject({ text: 'Yes.' });
		expect(await ask(server, '/gateway', '/gateway/v1')).toMatchObject({ text: 'Yes.', bases: [] });
		expect(pathsOf(server).at(-1)).toBe('POST /gateway/v1/chat/completions');
	});
});

describe('case 87: Open WebUI', () => {
	it.each(['/api', '/api/', '/api/models', '/api/chat/completions'])('answers at %s', async (typed) => {
		const server = await serveBelow('/api', [405, '<!doctype html><title>Open WebUI</title>']);
		const endpoint = endpointAt(server.url + typed);
		expect(await listModels({ endpoint })).toEqual(['gpt-4']);
		await checkEndpoint({ endpoint, model: 'gpt-4' });
		expect(await ask(server, typed)).toMatchObject({ text: 'Yes.' });
		expect(pathsOf(server)).toEqual([
			'GET /api/models',
			'POST /api/chat/completions',
			'POST /api/chat/completions',
		]);
	});
});
