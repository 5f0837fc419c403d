import { describe, expect, it } from 'vitest';
import { describeModels } from '../../../utils/lockchat/describe-models.ts';
import { endpointAt } from './complete.ts';
import { serve, serveBody } from './serve.ts';

const ALL = ['vision', 'tools', 'reasoning'];

describe('case 134: what a list tells of its models', () => {
	it.each([
		[
			'OpenRouter',
			{
				context_length: 200_000,
				architecture: { input_modalities: ['text', 'image'], output_modalities: ['text'] },
				supported_parameters: ['max_tokens', 'tools', 'tool_choice', 'reasoning', 'include_reasoning'],
				pricing: { prompt: '0.000003', completion: '0.000015', image: '0.0048' },
				top_provider: { context_length: 100_000 },
			},
			{ contextTokens: 200_000, abilities: ALL, price: { input: 3, output: 15 } },
		],
		[
			'OpenRouter, of a router whose price varies',
			{ context_length: 2_000_000, pricing: { prompt: '-1', completion: '-1' } },
			{ contextTokens: 2_000_000 },
		],
		[
			'OpenRouter, of a free model',
			{ pricing: { prompt: '0', completion: '0' } },
			{ price: { input: 0, output: 0 } },
		],
		[
			'Mistral',
			{
				max_context_length: 131_072,
				capabilities: { completion_chat: true, function_calling: true, vision: true, fine_tuning: false },
			},
			{ contextTokens: 131_072, abilities: ['vision', 'tools'] },
		],
		['vLLM', { max_model_len: 32_768, owned_by: 'vllm' }, { contextTokens: 32_768 }],
		['llama.cpp', { meta: { n_ctx_train: 40_960, n_params: 8 } }, { contextTokens: 40_960 }],
		['llama.cpp, of what it runs', { meta: { n_ctx: 4_096, n_ctx_train: 40_960 } }, { contextTokens: 4_096 }],
		['Groq', { context_window: 131_072, max_completion_tokens: 8_192 }, { contextTokens: 131_072 }],
		[
			'Together',
			{ type: 'chat', context_length: 131_072, pricing: { hourly: 0, input: 0.88, output: 0.88 } },
			{ contextTokens: 131_072, price: { input: 0.88, output: 0.88 } },
		],
		[
			'Vercel',
			{
				context_window: 128_000,
				tags: ['tool-use', 'vision', 'reasoning'],
				pricing: { input: '0.0000025', output: '0.00001' },
			},
			{ contextTokens: 128_000, abilities: ALL, price: { input: 2.5, output: 10 } },
		],
		[
			'GitHub Models',
			{
				capabilities: ['streaming', 'tool-calling'],
				limits: { max_input_tokens: 1_048_576, max_output_tokens: 32_768 },
				supported_input_modalities: ['text', 'image', 'audio'],
			},
			{ contextTokens: 1_048_576, abilities: ['vision', 'tools'] },
		],
		[
			'LM Studio',
			{ type: 'vlm', max_context_length: 131_072, loaded_context_length: 4_096, capabilities: ['tool_use'] },
			{ contextTokens: 4_096, abilities: ['vision', 'tools'] },
		],
		[
			'LM Studio, newer',
			{ max_context_length: 8_192, capabilities: { vision: false, trained_for_tool_use: true } },
			{ contextTokens: 8_192, abilities: ['tools'] },
		],
		[
			'Moonshot',
			{ context_length: 262_144, supports_image_in: true, supports_reasoning: true },
			{ contextTokens: 262_144, abilities: ['vision', 'reasoning'] },
		],
		[
			'Fireworks',
			{ supports_chat: true, supports_image_input: false, supports_tools: true },
			{ abilities: ['tools'] },
		],
		[
			'Anthropic',
			{
				max_input_tokens: 200_000,
				capabilities: { image_input: { supported: true }, thinking: { supported: false } },
			},
			{ contextTokens: 200_000, abilities: ['vision'] },
		],
		[
			'Venice',
			{
				model_spec: {
					availableContextTokens: 65_536,
					capabilities: { supportsFunctionCalling: true, supportsVision: false, supportsReasoning: true },
					pricing: { input: { usd: 0.5 }, output: { usd: 2 } },
				},
			},
			{ contextTokens: 65_536, abilities: ['tools', 'reasoning'], price: { input: 0.5, output: 2 } },
		],
	])('is read as %s writes it', async (_, entry, details) => {
		const server = await serveBody(JSON.stringify({ data: [{ id: 'm', ...entry }] }));
		expect(await describeModels({ endpoint: endpointAt(server.url) })).toEqual([{ id: 'm', ...details }]);
	});

	it.each([
		{ context_length: 'many', capabilities: 7, pricing: 'free', tags: [null, {}, 3] },
		{
			context_length: -1,
			max_model_len: 1e300,
			context_window: null,
			meta: [],
			limits: { max_input_tokens: '9'.repeat(400) },
		},
		{
			context_length: { tokens: 8 },
			capabilities: { vision: 'no', tools: null },
			pricing: { prompt: {}, completion: [] },
		},
		{ pricing: { prompt: '1e999', completion: '0x10' }, supported_parameters: { tools: 0 } },
		{
			tags: ['image-generation', 'no-tools-at-all', 'unreasonable', 'television'],
			output_modalities: ['image'],
		},
		JSON.parse(
			'{"__proto__": {"context_length": 9}, "constructor": {"prototype": {"supports_tools": true}}}',
		),
	])('is nothing where it is not what it should be: %j', async (entry) => {
		const body = JSON.stringify({ data: [{ ...entry, id: 'm' }, 7, null, [], 'bare', { id: '' }] });
		const server = await serveBody(body);
		expect(await describeModels({ endpoint: endpointAt(server.url) })).toEqual([{ id: 'm' }, { id: 'bare' }]);
	});

	it('comes from the catalog of GitHub Models, which stands beside what answers', async () => {
		const asked: string[] = [];
		const fetch = async (url: string | URL | Request) => {
			asked.push(String(url));
			return new Response('[{"id":"openai/gpt-4.1"}]');
		};
		await describeModels({ endpoint: endpointAt('https://models.github.ai/inference') }, { fetch });
		expect(asked).toEqual(['https://models.github.ai/catalog/models']);
	});
});

describe('case 135: what Ollama and LM Studio tell elsewhere', () => {
	const LIST = JSON.stringify({ data: ['a', 'b'].map((id) => ({ id, owned_by: 'library' })) });
	const SHOWN: Record<string, object> = {
		a: {
			capabilities: ['completion', 'vision', 'tools', 'thinking'],
			model_info: { 'general.architecture': 'qwen3', 'qwen3.context_length': 40_960 },
		},
		b: { model_info: { 'llama.context_length': 131_072 }, parameters: 'temperature 0.7\nnum_ctx   8192\n' },
	};

	it('is asked of Ollama for each model, with the key of the list', async () => {
		const server = await serve((response, { path, body }) => {
			response.end(path === '/v1/models' ? LIST : JSON.stringify(SHOWN[JSON.parse(body).model]));
		});
		expect(await describeModels({ endpoint: endpointAt(server.url), apiKey: 'key-1' })).toEqual([
			{ id: 'a', contextTokens: 40_960, abilities: ALL },
			{ id: 'b', contextTokens: 8_192 },
		]);
		const shows = server.asked.slice(1);
		expect(shows.map(({ method, path }) => `${method} ${path}`)).toEqual([
			'POST /api/show',
			'POST /api/show',
		]);
		expect(shows.every(({ headers }) => headers.authorization === 'Bearer key-1')).toBe(true);
	});

	it.each([
		[403, '', 'refuses'],
		[200, '<html>', 'answers with a page'],
		[200, '{"capabilities":{"tools":"?"},"model_info":[1]}', 'tells nothing of use'],
	])('leaves the list as it is where Ollama answers %d %j: it %s', async (status, told) => {
		const server = await serve((response, { path }) => {
			response.statusCode = path === '/v1/models' ? 200 : status;
			response.end(path === '/v1/models' ? LIST : told);
		});
		expect(await describeModels({ endpoint: endpointAt(server.url) })).toEqual([{ id: 'a' }, { id: 'b' }]);
	});

	it('is asked of LM Studio once, below the path where it answers', async () => {
		const server = await serve((response, { path }) => {
			const native = { data: [{ id: 'a', type: 'vlm', max_context_length: 4_096 }, { id: 'other' }] };
			const list = { data: [{ id: 'a', owned_by: 'organization_owner' }, { id: 'b' }] };
			response.end(JSON.stringify(path === '/proxy/api/v0/models' ? native : list));
		});
		const endpoint = endpointAt(`${server.url}/proxy/v1`);
		expect(await describeModels({ endpoint })).toEqual([
			{ id: 'a', contextTokens: 4_096, abilities: ['vision'] },
			{ id: 'b' },
		]);
		expect(server.asked.map(({ path }) => path)).toEqual(['/proxy/v1/models', '/proxy/api/v0/models']);
	});

	it.each([
		['tells of its models itself', { id: 'a', owned_by: 'library', context_length: 8 }],
		['is neither of them', { id: 'a', owned_by: 'vllm' }],
	])('is not asked of a server that %s', async (_, entry) => {
		const server = await serveBody(JSON.stringify({ data: [entry] }));
		await describeModels({ endpoint: endpointAt(server.url) });
		expect(server.asked).toHaveLength(1);
	});

	it('is given up on abort', async () => {
		const controller = new AbortController();
		const reason = new Error('closed');
		const server = await serve((response, { path }) => {
			if (path === '/v1/models') response.end(LIST);
			else controller.abort(reason);
		});
		const asked = describeModels({ endpoint: endpointAt(server.url) }, { signal: controller.signal });
		await expect(asked).rejects.toBe(reason);
	});
});
