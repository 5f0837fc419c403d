import { describe, expect, it } from 'vitest';
import { checkEndpoint } from '../../../utils/lockchat/check-endpoint.ts';
import { createTextCompletion } from '../../../utils/lockchat/create-text-completion.ts';
import { listModels } from '../../../utils/lockchat/list-models.ts';
import { parseEndpointInput } from '../../../utils/settings/input/endpoint-input.ts';
import { DONE, STOP, text } from '../lockchat/complete.ts';
import { serve } from '../lockchat/serve.ts';

/** A server that answers at one path, as Open WebUI and Azure do, and lists its models beside it. */
async function serveAt(path: string) {
	const [base = '', query = ''] = path.split(/\/chat\/completions/);
	const server = await serve((response, asked) => {
		if (asked.path === path) response.end(text('a') + STOP + DONE);
		else if (asked.path === `${base}/models${query}`) response.end('{"data":[{"id":"llama"}]}');
		else response.writeHead(404).end();
	});
	const parsed = parseEndpointInput(
		{ name: '', url: server.url + path, apiKey: '', models: 'llama' },
		{ id: 'e' },
	);
	if (!parsed.ok) throw new Error('The address was refused.');
	return { asked: server.asked, endpoint: parsed.endpoint };
}

describe.each(['/api/chat/completions', '/openai/deployments/g/chat/completions?api-version=1'])(
	'a server entered with the path %s',
	(path) => {
		it('gets its questions at exactly this address', async () => {
			const { asked, endpoint } = await serveAt(path);
			const messages = [{ role: 'user', content: 'Hi' } as const];
			const pieces: string[] = [];
			for await (const piece of createTextCompletion({ endpoint, model: 'llama', messages }))
				pieces.push(piece);
			expect(pieces).toEqual(['a']);
			expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([`POST ${path}`]);
		});

		it('passes the connection check', async () => {
			const { asked, endpoint } = await serveAt(path);
			await checkEndpoint({ endpoint, model: 'llama' });
			expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([`POST ${path}`]);
		});

		it('lists the models that it has beside this address', async () => {
			const { endpoint } = await serveAt(path);
			expect(await listModels({ endpoint })).toEqual(['llama']);
		});
	},
);
