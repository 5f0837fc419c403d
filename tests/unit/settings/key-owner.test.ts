import { describe, expect, it } from 'vitest';
import { foreignOwner } from '../../../utils/settings/input/key-owner.ts';

describe('case 141: a key that plainly is a company’s', () => {
	it.each([
		['sk-ant-1', 'https://api.openai.com', 'anthropic'],
		['sk-or-v1-1', 'https://api.deepseek.com/v1', 'openrouter'],
		['gsk_1', 'https://llm.example/v1', 'groq'],
		['xai-1', 'http://127.0.0.1:4000', 'xai'],
		['AIzaSy1', 'https://generativelanguage.example', 'google'],
		['OPENAI_API_KEY="sk-proj-1"', 'https://openai.com.evil.example', 'openai'],
		['Bearer sk-ant-1', 'https://notanthropic.com', 'anthropic'],
	])('%s is foreign at %s', (key, url, owner) => {
		expect(foreignOwner(key, url)?.id).toBe(owner);
	});

	it.each([
		['sk-ant-1', 'https://api.anthropic.com/v1'],
		['sk-proj-1', 'https://eu.api.openai.com/v1'],
		['hf_1', 'https://router.huggingface.co/v1'],
		// More than one company makes such keys.
		['sk-0123456789abcdef', 'https://api.deepseek.com'],
		['secret', 'https://llm.example'],
		['', 'https://llm.example'],
		['sk-ant-1', 'no address'],
		// The gateway takes the keys of the companies behind it.
		['sk-proj-1', 'https://gateway.ai.cloudflare.com/v1/acc/gw/compat'],
	])('%s is not foreign at %s, as far as is known', (key, url) => {
		expect(foreignOwner(key, url)).toBeNull();
	});
});
