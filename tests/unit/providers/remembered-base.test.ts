import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { createProviders } from '../../../utils/providers/create-providers.ts';
import { type ServerEndpoint, serverAt } from '../../../utils/providers/server-endpoint.ts';
import { endpoints, saveBase, saveEndpoints } from '../../../utils/settings/endpoints.ts';
import { DONE, outcomeOf, STOP, text } from '../lockchat/complete.ts';
import { serve } from '../lockchat/serve.ts';

/** A gateway whose methods are below `/gateway/v1`, entered as `/gateway`. */
async function gateway() {
	const server = await serve((response, { method, path }) => {
		if (path === '/gateway/v1/models') response.end('{"data":[{"id":"gpt-4"}]}');
		else if (path === '/gateway/v1/chat/completions') response.end(text('Yes.') + STOP + DONE);
		else response.writeHead(method === 'DELETE' ? 405 : 404).end();
	});
	const endpoint: ServerEndpoint = { ...serverAt(`${server.url}/gateway`), id: 'mine', models: ['gpt-4'] };
	const posts = () => server.asked.filter(({ method }) => method === 'POST').map(({ path }) => path);
	return { server, endpoint, posts, base: `${server.url}/gateway/v1` };
}

const ask = (provider: ReturnType<ReturnType<typeof createProviders>>, endpoint: ServerEndpoint) =>
	outcomeOf(provider.complete({ endpoint, model: 'gpt-4', messages: [{ role: 'user', content: 'Hi' }] }, {}));

const hasOrigin = async () => true;

beforeEach(() => fakeBrowser.reset());

describe('case 85: where a server was found to answer', () => {
	it('is stored with its endpoint by a question, and the next ones go straight there', async () => {
		const { endpoint, posts, base } = await gateway();
		await saveEndpoints([endpoint]);
		const providerOf = createProviders({ hasOrigin, saveBase });
		expect(await ask(providerOf(endpoint), endpoint)).toMatchObject({ text: 'Yes.' });
		await expect.poll(() => endpoints.getValue()).toEqual([{ ...endpoint, base }]);
		await ask(providerOf(endpoint), endpoint);
		// Also by a background that was started anew, and knows only what is stored.
		const [stored] = await endpoints.getValue();
		if (stored?.kind !== 'server') throw new Error('No server is stored.');
		await ask(createProviders({ hasOrigin })(stored), stored);
		const path = '/gateway/v1/chat/completions';
		expect(posts()).toEqual(['/gateway/chat/completions', path, path, path]);
	});

	it('is told by the list of models, which a check of what is not stored yet follows', async () => {
		const { endpoint, posts, base } = await gateway();
		const provider = createProviders({ hasOrigin, saveBase })(endpoint);
		expect(await provider.listModels(endpoint, {})).toEqual(['gpt-4']);
		expect(await provider.check(endpoint, { model: 'gpt-4' })).toMatchObject({ ok: true, base });
		expect(posts()).toEqual(['/gateway/v1/chat/completions']);
		expect(await endpoints.getValue()).toEqual([]);
	});

	it('is not stored with an endpoint that has another address by now', async () => {
		const { endpoint, base } = await gateway();
		const moved = { ...endpoint, url: 'http://127.0.0.1:1' };
		await saveEndpoints([moved]);
		await saveBase(endpoint, base);
		expect(await endpoints.getValue()).toEqual([moved]);
	});
});
