import { describe, expect, it } from 'vitest';
import { keyDestination, keyServerOf } from '../../../components/settings/keys/key-destination.ts';
import { companyOfKey } from '../../../utils/settings/input/key-shape.ts';
import { presetOf } from '../../../utils/settings/presets.ts';
import '../components/fake-texts.ts';

describe('a key', () => {
	it.each([
		['sk-or-v1-abc', 'openrouter'],
		[' Bearer sk-or-v1-abc', 'openrouter'],
		['OPENROUTER_API_KEY="sk-or-v1-abc"', 'openrouter'],
		['sk-ant-api03-abc', 'anthropic'],
		['sk-proj-abc', 'openai'],
		['sk-svcacct-abc', 'openai'],
		['sk-0123456789abcdefghijT3BlbkFJ0123456789abcdefghij', 'openai'],
		['gsk_abc', 'groq'],
		['xai-abc', 'xai'],
		['AIzaSyAbc', 'google'],
		['hf_abc', 'huggingface'],
		['github_pat_11ABC', 'github'],
		['ghp_abc', 'github'],
		['pplx-abc', 'perplexity'],
		['fw_abc', 'fireworks'],
		['csk-abc', 'cerebras'],
		['tgp_v1_abc', 'together'],
		['nvapi-abc', 'nvidia'],
	] as const)('%j is plainly one of %s', (key, company) => {
		expect(companyOfKey(key)).toBe(company);
	});

	it.each([
		'',
		'sk-abc',
		'sk-orange',
		'sk-antler',
		'sk-0123456789abcdef0123456789abcdef',
		'abc',
		'my-gsk_abc',
	])('%j may be anyone’s', (key) => {
		expect(companyOfKey(key)).toBeNull();
		expect(keyDestination(key, null)).toEqual({ type: 'unknown' });
	});

	it('goes where the user chose, unless it plainly is another company’s', () => {
		const deepseek = keyServerOf(presetOf('deepseek'));
		expect(keyDestination('sk-abc', deepseek)).toEqual({ type: 'known', server: deepseek });
		expect(keyDestination('sk-ant-abc', deepseek)).toMatchObject({
			type: 'foreign',
			owner: { name: 'Anthropic' },
			chosen: { name: 'DeepSeek' },
		});
		const unknown = { url: 'http://127.0.0.1:8080', models: [], name: 'Server on port 8080', preset: null };
		expect(keyDestination('sk-ant-abc', unknown)).toMatchObject({ type: 'foreign' });
		expect(keyDestination('secret', unknown)).toMatchObject({ type: 'known' });
	});
});
