import { describe, expect, it } from 'vitest';
import { listModels } from '../../../utils/lockchat/list-models.ts';
import { endpointAt } from './complete.ts';
import { serve, serveBody } from './serve.ts';

describe('the list of models', () => {
	it.each<[string, unknown, string[]?]>([
		['OpenAI', { object: 'list', data: [{ id: 'b', object: 'model' }, { id: 'a' }, { id: 'b' }] }],
		['Ollama', { models: [{ name: 'b', model: 'b:latest' }, { name: 'a' }] }],
		['others by id', { models: [{ id: 'b' }, { model: 'a' }] }],
		['a bare list', [{ id: 'b' }, { id: 'a' }]],
		['a gateway', { code: 0, data: { models: [{ id: 'b' }, { model_id: 'a' }] } }],
		['a list of results', { result: [{ id: '1', name: '@b' }, { modelId: '@a' }] }, ['@b', '@a']],
		['Alibaba: case 313', { success: true, output: { total: 2, models: [{ model: 'b' }, { model: 'a' }] } }],
		['a gateway by rows: case 313', { data: { total: 2, rows: [{ id: 'b' }, { id: 'a' }] } }],
		['a record of models', { models: { b: { size: 1 }, a: {} } }],
		['two lists, one of them empty', { data: [], models: [{ id: 'b' }, { id: 'a' }] }],
		['a list of names', ['b', '', 'a', null, {}, 7]],
	])('is read from what %s sends, in its order, each once', async (_, body, names = ['b', 'a']) => {
		const server = await serveBody(JSON.stringify(body));
		expect(await listModels({ endpoint: endpointAt(server.url), apiKey: 'key-1' })).toEqual(names);
		expect(server.asked[0]).toMatchObject({ method: 'GET', path: '/v1/models', body: '' });
		expect(server.asked[0]?.headers.authorization).toBe('Bearer key-1');
	});

	it.each([
		'{"data":[]}',
		'{"object":"list","data":null}',
		'{"object":"list","data":[]}',
		'{"object":"list"}',
		'{"models":[]}',
		'{"models":null}',
		'{"data":{}}',
		'{"models":{}}',
		'{"code":0,"data":{"models":[]}}',
		'{"result":[]}',
		'{"items":[]}',
		'[]',
	])('case 92: may be empty: %s', async (body) => {
		const server = await serveBody(body);
		expect(await listModels({ endpoint: endpointAt(server.url) })).toEqual([]);
	});

	it.each([
		[200, '<html>', { code: 'not-an-api' }],
		[200, '{"status":"ok"}', { code: 'not-an-api' }],
		[200, '{"data":[', { code: 'not-an-api' }],
		[401, '{"error":{"message":"No."}}', { code: 'unauthorized', status: 401, detail: 'No.' }],
		[404, '', { code: 'not-found', status: 404 }],
	])('fails on %d %s', async (status, body, failure) => {
		const server = await serveBody(body, { status });
		await expect(listModels({ endpoint: endpointAt(server.url) })).rejects.toMatchObject(failure);
	});

	it('is given up when it does not come whole in time', async () => {
		const server = await serve((response) => {
			response.write('{"data":[');
		});
		const listing = listModels({ endpoint: endpointAt(server.url) }, { limitMs: 100 });
		await expect(listing).rejects.toMatchObject({ code: 'stalled' });
		await server.asked[0]?.closed;
	});

	it('is interrupted when the connection breaks', async () => {
		const server = await serve((response) => {
			response.write('{"data":[', () => response.destroy());
		});
		await expect(listModels({ endpoint: endpointAt(server.url) })).rejects.toMatchObject({
			code: 'interrupted',
		});
	});

	it('is given up on abort, in the middle of the list too', async () => {
		const controller = new AbortController();
		const reason = new Error('closed');
		const server = await serve((response) => {
			response.write('{"data":[', () => controller.abort(reason));
		});
		const listing = listModels({ endpoint: endpointAt(server.url) }, { signal: controller.signal });
		await expect(listing).rejects.toBe(reason);
		await server.asked[0]?.closed;
	});
});
