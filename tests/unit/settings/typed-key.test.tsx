// @vitest-environment happy-dom
import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { endpoints } from '../../../utils/settings/endpoints.ts';
import { keyFor } from '../../../utils/settings/keys.ts';
import { presetOf } from '../../../utils/settings/presets.ts';
import { openFirst, openSettings, resetBrowser, SERVER } from './open-settings.tsx';

const OPENAI = presetOf('openai').url;

beforeEach(() => {
	resetBrowser();
	Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '1.0' }) });
	Object.assign(fakeBrowser.permissions, { contains: async () => true });
});

const tick = (label: string) =>
	act(async () => {
		const tag = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === label);
		document.getElementById(tag?.htmlFor ?? '')?.click();
	});

describe('case 141: a key that is typed in the settings', () => {
	it('is said to go to the server of the form before it does', async () => {
		const { type, text, client } = await openFirst({ [SERVER]: {} });
		expect(text()).not.toContain('The key will be sent');
		await type('API key', 'secret-1');
		expect(text()).toContain('The key will be sent to 127.0.0.1:8976 and to nobody else.');
		await type('Server URL', 'https://llm.example');
		expect(text()).toContain('The key will be sent to llm.example and to nobody else.');
		expect(client.asked).toEqual([]);
	});

	it.each(['Test connection', 'Fetch models', 'Diagnose', 'Save'])(
		'goes nowhere by “%s” where it plainly is another company’s, until the user confirms it',
		async (action) => {
			const { type, click, text, client, box } = await openFirst({ [OPENAI]: { models: ['m'] } });
			await type('Server URL', OPENAI);
			await type('API key', 'sk-ant-1');
			expect(text()).toContain('This looks like a key of Anthropic, and api.openai.com is not Anthropic.');
			await click(action);
			await act(() => vi.dynamicImportSettled());
			expect(client.asked).toEqual([]);
			expect(await keyFor('e1')).toBeUndefined();
			expect(box('API key').getAttribute('aria-invalid')).toBe('true');
			expect(text()).toContain('This is another company’s key.');

			await tick('Send it to api.openai.com all the same');
			await click(action);
			await act(() => vi.dynamicImportSettled());
			if (action === 'Save') expect(await keyFor('e1')).toBe('sk-ant-1');
			else await expect.poll(() => client.asked.length).toBeGreaterThan(0);
		},
	);

	it('must be confirmed anew for another address', async () => {
		const { type, click, client } = await openFirst({ [OPENAI]: {} });
		await type('API key', 'sk-ant-1');
		await tick('Send it to 127.0.0.1:8976 all the same');
		await type('Server URL', OPENAI);
		await click('Test connection');
		expect(client.asked).toEqual([]);
	});

	it('that is stored already is asked with as before', async () => {
		await fakeBrowser.storage.local.set({ keys: { e1: 'sk-ant-1' } });
		const { click, text, client } = await openFirst({ [SERVER]: {} });
		expect(text()).not.toContain('This looks like');
		await click('Test connection');
		expect(client.asked).toMatchObject([{ url: SERVER, apiKey: 'sk-ant-1' }]);
	});

	it('for an organization’s server is held back too', async () => {
		await fakeBrowser.storage.managed.set({
			endpoints: [{ id: 'house', name: 'House', url: 'https://llm.example', models: ['m'] }],
		});
		const { openRow, type, click, text } = await openSettings();
		await openRow('House');
		await type('API key', 'gsk_1');
		await click('Keep key');
		expect(text()).toContain('This looks like a key of Groq');
		expect(await keyFor('managed:house')).toBeUndefined();
		await tick('Send it to llm.example all the same');
		await click('Keep key');
		expect(await keyFor('managed:house')).toBe('gsk_1');
	});
});

describe('case 142: a server saved without the key that it needs', () => {
	it.each(['OpenRouter', 'OpenAI', 'Jan'])('%s is said to need it', async (name) => {
		const { click, status } = await openSettings();
		await click(name);
		await click('Save');
		expect(status()).toContain(`${name} needs an API key`);
		expect(status()).not.toContain('Saved');
		expect(await endpoints.getValue()).toMatchObject([{ name }]);
	});

	it.each(['Ollama', 'g4f'])('is not said of %s, which needs none', async (name) => {
		const { click, status } = await openSettings();
		await click(name);
		await click('Save');
		expect(status()).toBe('Saved');
	});

	it('is not said once the key is there', async () => {
		const { click, type, status } = await openSettings();
		await click('OpenRouter');
		await type('API key', 'sk-or-v1-1');
		await click('Save');
		expect(status()).toBe('Saved');
	});
});
