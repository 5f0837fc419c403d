import { describe, expect, it } from 'vitest';
import { describeModels } from '../../../utils/lockchat/describe-models.ts';
import { endpointAt } from './complete.ts';
import { serveBody } from './serve.ts';

describe('case 313: what further lists tell of their models', () => {
	it.each([
		[
			'Hugging Face',
			{
				architecture: { input_modalities: ['text', 'image'] },
				providers: [
					{ context_length: 131_072, pricing: { input: 0.1, output: 0.3 }, supports_tools: true },
					{ context_length: 8_192, supports_tools: false },
				],
			},
			{ contextTokens: 131_072, abilities: ['vision', 'tools'], price: { input: 0.1, output: 0.3 } },
		],
		[
			'Cerebras',
			{
				limits: { max_context_length: 131_072 },
				capabilities: { tools: true, vision: false, reasoning: true },
				pricing: { prompt: '0.00000035', completion: '0.00000075' },
			},
			{ contextTokens: 131_072, abilities: ['tools', 'reasoning'], price: { input: 0.35, output: 0.75 } },
		],
		[
			'Lemonade',
			{ labels: ['hot', 'vision', 'tool-calling'], max_context_window: 262_144 },
			{ contextTokens: 262_144, abilities: ['vision', 'tools'] },
		],
		[
			'Xinference',
			{ context_length: 4_096, model_ability: ['chat', 'vision', 'tools'] },
			{ contextTokens: 4_096, abilities: ['vision', 'tools'] },
		],
		['Nebius', { architecture: { modality: 'text+image->text' } }, { abilities: ['vision'] }],
		['one that draws', { architecture: { modality: 'text->image' } }, {}],
		['Chutes', { pricing: { prompt: 0.02, completion: 0.05 } }, { price: { input: 0.02, output: 0.05 } }],
	])('is read as %s writes it', async (_, entry, details) => {
		const server = await serveBody(JSON.stringify({ data: [{ id: 'm', ...entry }] }));
		expect(await describeModels({ endpoint: endpointAt(server.url) })).toEqual([{ id: 'm', ...details }]);
	});
});
