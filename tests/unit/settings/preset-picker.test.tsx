// @vitest-environment happy-dom
import { act } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { endpoints } from '../../../utils/settings/endpoints.ts';
import { presetOf } from '../../../utils/settings/presets.ts';
import { openFirst, openSettings, resetBrowser } from './open-settings.tsx';

beforeEach(resetBrowser);

const searchBox = () => document.querySelector<HTMLInputElement>('[type="search"]');
const names = () =>
	[...document.querySelectorAll('fieldset li button')].map(({ textContent }) => textContent);

async function search(text: string): Promise<void> {
	await act(async () => {
		const box = searchBox();
		if (!box) throw new Error('There is no search box.');
		Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box, text);
		box.dispatchEvent(new Event('input', { bubbles: true }));
	});
}

async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
	await act(async () => {
		const init = { key, bubbles: true, cancelable: true, ...more };
		document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', init));
	});
}

describe('the list of servers in the settings', () => {
	it('shows what a search finds, and says how many or that there is none', async () => {
		const { text, click } = await openSettings();
		await click('Add server');
		await search('claude');
		expect(names()).toEqual(['Anthropic']);
		expect(text()).toContain('1 server');
		await search('no such thing');
		expect(names()).toEqual([]);
		expect(text()).toContain('No server of that name');
	});

	it('fills in the first that is found with Enter, and sends no form', async () => {
		const { click, box } = await openSettings();
		await click('Add server');
		searchBox()?.focus();
		await search('claude');
		await press('Enter', { keyCode: 229 });
		expect(box('Name').value).toBe('');
		await press('Enter');
		expect(box('Server URL').value).toBe(presetOf('anthropic').url);
		expect(await endpoints.getValue()).toEqual([]);
	});

	it('is one stop of the Tab key, and the arrows lead through it', async () => {
		const { click } = await openSettings();
		await click('Add server');
		expect(document.querySelectorAll('fieldset li button[tabindex="0"]')).toHaveLength(1);
		searchBox()?.focus();
		await press('ArrowDown');
		expect(document.activeElement?.textContent).toBe('Ollama');
		await press('ArrowRight');
		expect(document.activeElement?.textContent).toBe('LM Studio');
		await press('ArrowLeft');
		await press('ArrowUp');
		expect(document.activeElement).toBe(searchBox());
	});

	it('says what a server needs, and leads to the page where its key is got', async () => {
		const { click, text } = await openSettings();
		await click('Add server');
		await click('Hugging Face');
		expect(text()).toContain('Make calls to Inference Providers');
		const link = document.querySelector('a');
		expect(link?.href).toBe(presetOf('huggingface').keyUrl);
		expect([link?.target, link?.rel]).toEqual(['_blank', 'noreferrer']);
		expect(link?.textContent).toContain('Get a key');
	});

	it('takes the headers of one server away with it', async () => {
		const { click, box, hasLabel } = await openSettings();
		await click('Add server');
		await click('Anthropic');
		expect(box('Header').value).toBe('anthropic-dangerous-direct-browser-access');
		await click('OpenAI');
		expect(hasLabel('Header')).toBe(false);
	});

	it('asks nobody as long as the address has a blank, and says so beside it', async () => {
		const { click, type, text, client } = await openSettings();
		await click('Add server');
		await click('Azure');
		await type('API key', 'secret-1');
		await click('Test connection');
		expect(text()).toContain('The address still has a blank');
		await click('Save');
		expect(client.asked).toEqual([]);
		expect(await endpoints.getValue()).toEqual([]);
	});
});

describe('“Find servers on this computer” in the settings', () => {
	const OLLAMA = presetOf('ollama').url;
	const LM_STUDIO = presetOf('lm_studio').url;

	it('connects what it finds with one click, and stores and shows it beside unsaved changes', async () => {
		const page = await openFirst({ [OLLAMA]: { models: ['llama', 'qwen'] } });
		await page.type('Name', 'Renamed');
		await page.click('Find servers on this computer');
		expect(await endpoints.getValue()).toHaveLength(1);
		await page.click('Ollama');
		expect(await endpoints.getValue()).toMatchObject([
			{ name: 'First' },
			{ name: 'Ollama', url: OLLAMA, models: ['llama', 'qwen'] },
		]);
		expect(page.hasButton('Ollama127.0.0.1:11434')).toBe(true);
		expect(page.box('Name').value).toBe('Renamed');
		expect(page.text()).toContain('already in the list');
		expect(document.activeElement).toBe(page.button('Find servers on this computer'));
		expect(page.status()).not.toContain('Saved');
	});

	it('fills in the form of a server that wants a key', async () => {
		const { click, box, client } = await openSettings({ [LM_STUDIO]: { models: 'unauthorized' } });
		await click('Find servers on this computer');
		await click('LM Studio');
		expect(box('Server URL').value).toBe(LM_STUDIO);
		expect(client.asked.some(({ type }) => type === 'check')).toBe(false);
	});

	it('says how far it is', async () => {
		const { click, client, status } = await openSettings();
		client.listModels = () => new Promise(() => undefined);
		await click('Find servers on this computer');
		expect(status()).toBe('Looking at 10 places… 0 of 10');
	});
});
