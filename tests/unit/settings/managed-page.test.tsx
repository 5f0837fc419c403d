// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { findEndpoint, rememberQuirks } from '../../../utils/settings/endpoints.ts';
import { keyFor } from '../../../utils/settings/keys.ts';
import { openSettings, resetBrowser } from './open-settings.tsx';

beforeEach(resetBrowser);

describe('case 132: the settings page', () => {
	it('shows what an organization has set as locked, and takes a key of the user’s own', async () => {
		await fakeBrowser.storage.managed.set({
			endpoints: [{ id: 'house', name: 'House', url: 'https://llm.example/v1', models: ['big'] }],
			preferences: { systemPrompt: 'Ours.', defaultModel: 'big' },
		});
		const { box, openRow, type, click, hasButton, text, status } = await openSettings();
		expect(box('System prompt').disabled).toBe(true);
		expect(box('System prompt').value).toBe('Ours.');
		expect(box('Default model').disabled).toBe(true);
		expect(box('Temperature').disabled).toBe(false);
		expect(text()).toContain('Set by your organization');
		await openRow('House');
		expect(box('Server URL').disabled).toBe(true);
		expect(hasButton('Delete')).toBe(false);
		await type('API key', 'sk-mine');
		await click('Keep key');
		expect(status()).toBe('Saved');
		expect(await keyFor('managed:house')).toBe('sk-mine');
		expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toContain('llm.example');
	});

	it('shows no key that the organization has set', async () => {
		await fakeBrowser.storage.managed.set({
			endpoints: [{ url: 'https://llm.example', apiKey: 'sk-house' }],
		});
		const { openRow, hasLabel, text } = await openSettings();
		await openRow('https://llm.example');
		expect(hasLabel('API key')).toBe(false);
		expect(text()).toContain('Your organization has set the key.');
		expect(document.body.innerHTML).not.toContain('sk-house');
	});

	it('lists what an organization’s models were found to need, and forgets it', async () => {
		await fakeBrowser.storage.managed.set({
			endpoints: [{ id: 'house', name: 'House', url: 'https://llm.example/v1', models: ['big'] }],
		});
		await rememberQuirks('managed:house', 'big', { without: ['temperature'] });
		const { openRow, click, text } = await openSettings();
		await openRow('House');
		expect(text()).toContain('temperature');
		await click('Forget');
		expect(await findEndpoint('managed:house')).toMatchObject({ quirks: {} });
	});
});
