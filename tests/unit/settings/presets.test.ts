import { describe, expect, it } from 'vitest';
import { presetName } from '../../../components/settings/presets/preset-text.ts';
import { parseServerUrl } from '../../../utils/settings/input/server-url.ts';
import { hasBlank, presetAt, searchPresets } from '../../../utils/settings/preset-search.ts';
import { PRESETS, presetOf } from '../../../utils/settings/presets.ts';
import '../components/fake-texts.ts';

const found = (query: string) => searchPresets(PRESETS, query, presetName).map(({ id }) => id);

describe('the presets', () => {
	it.each(PRESETS.filter((preset) => !hasBlank(preset)))(
		'$id has an address that is stored as it stands',
		({ url }) => {
			expect(parseServerUrl(url)).toEqual({ ok: true, url });
		},
	);

	it.each(PRESETS.filter(hasBlank))('$id cannot be asked before its blanks are filled in', ({ url }) => {
		expect(parseServerUrl(url)).toEqual({ ok: false, problem: 'url-blank' });
		expect(parseServerUrl(url.replace(/\{\w+\}/g, 'mine'))).toMatchObject({ ok: true });
	});

	it.each(PRESETS.filter(({ place }) => place === 'cloud'))(
		'$id is encrypted, and says where a key is got',
		(preset) => {
			expect(preset.url).toMatch(/^https:/);
			expect(preset.keyUrl).toMatch(/^https:/);
		},
	);

	it('begin with what runs on this computer', () => {
		const places = PRESETS.map(({ place }) => place);
		expect([...new Set(places)]).toEqual(['computer', 'cloud', 'public']);
		expect(places.lastIndexOf('computer')).toBeLessThan(places.indexOf('cloud'));
	});

	it.each([
		['', PRESETS.map(({ id }) => id)],
		['OPENROUTER', ['openrouter']],
		['open router', ['openrouter']],
		['lmstudio', ['lm_studio']],
		['llama.cpp', ['llama_cpp']],
		['claude', ['anthropic']],
		['grok', ['xai']],
		['gemini', ['google']],
		['azure openai', ['azure']],
		['11434', ['ollama']],
		['api.groq.com', ['groq']],
		['nothing of the kind', []],
	])('are found by %j', (query, ids) => {
		expect(found(query)).toEqual(ids);
	});

	it('are told by their address, of two that share one by the name too', () => {
		expect(presetAt('http://127.0.0.1:8080', '', presetName)?.id).toBe('llama_cpp');
		expect(presetAt('http://127.0.0.1:8080', 'LocalAI', presetName)?.id).toBe('localai');
		expect(presetAt('https://mine.openai.azure.com/openai/v1', 'Azure', presetName)?.id).toBe('azure');
		expect(presetAt('https://api.openai.com.example', '', presetName)).toBeUndefined();
	});
});

describe('an address with a blank', () => {
	it.each([
		presetOf('azure').url,
		'{resource}.openai.azure.com',
		'https://YOUR-RESOURCE-NAME.openai.azure.com/openai/v1/',
		'https://gateway.ai.cloudflare.com/v1/$' + '{ACCOUNT_ID}/$' + '{GATEWAY}/compat',
		'https://gateway.ai.cloudflare.com/v1/mine/{gateway}',
		'https://gateway.ai.cloudflare.com/v1/<account>/<gateway>/compat',
		'https://gateway.ai.cloudflare.com/v1/%7Baccount%7D/%7Bgateway%7D/compat',
		'https://<resource>.openai.azure.com',
	])('%s is none yet', (url) => {
		expect(parseServerUrl(url)).toEqual({ ok: false, problem: 'url-blank' });
	});

	it.each([
		'<https://api.openai.com/v1>',
		'{https://api.openai.com/v1}',
		'<api.openai.com>',
		'https://your.example',
	])('%s is one', (url) => {
		expect(parseServerUrl(url)).toMatchObject({ ok: true });
	});
});
