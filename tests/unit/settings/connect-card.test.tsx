// @vitest-environment happy-dom
import '../components/fake-texts.ts';

import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ConnectCard } from '../../../components/settings/connect/connect-card.tsx';
import { presetName } from '../../../components/settings/presets/preset-text.ts';
import { endpoints } from '../../../utils/settings/endpoints.ts';
import { keyFor } from '../../../utils/settings/keys.ts';
import { preferences } from '../../../utils/settings/preferences.ts';
import { hasBlank } from '../../../utils/settings/preset-search.ts';
import { PRESETS, presetOf } from '../../../utils/settings/presets.ts';
import { createFakeClient, type FakeServer } from './fake-client.ts';
import { permit, resetBrowser } from './open-settings.tsx';
import { renderPage } from './render-page.tsx';

const KEY_WAY = 'A key from OpenAI';
const OLLAMA = presetOf('ollama').url;
const LM_STUDIO = presetOf('lm_studio').url;
const OPENAI = presetOf('openai').url;
const PUBLIC = presetOf('public_host').url;

async function openCard(servers: Record<string, FakeServer> = {}) {
	const client = createFakeClient(servers);
	const onConnected = vi.fn();
	const page = await renderPage(<ConnectCard client={client} onConnected={onConnected} />);
	const choose = (title: string) =>
		act(async () => {
			const choices = [...document.querySelectorAll<HTMLButtonElement>('li button')];
			const choice = choices.find(({ textContent }) => textContent?.startsWith(title));
			if (!choice) throw new Error(`There is no choice “${title}” in ${page.text()}`);
			choice.click();
		});
	return { client, onConnected, choose, ...page };
}

beforeEach(resetBrowser);

describe('the Connect card', () => {
	it('asks no server before the user chooses', async () => {
		const { client } = await openCard({ [OLLAMA]: { models: ['llama'] } });
		expect(client.asked).toEqual([]);
	});

	it('connects the one server that answers on this computer, and makes it the default', async () => {
		const { choose, onConnected } = await openCard({ [OLLAMA]: { models: ['llama'] } });
		await choose('A model on this computer');
		const [stored] = await endpoints.getValue();
		expect(stored).toMatchObject({ name: 'Ollama', url: OLLAMA, models: ['llama'] });
		expect((await preferences.getValue()).defaultEndpointId).toBe(stored?.id);
		expect(onConnected.mock.calls).toEqual([[stored?.id]]);
	});

	it('lets the user pick where several answer', async () => {
		const { choose, click, onConnected } = await openCard({
			[OLLAMA]: { models: ['llama'] },
			[LM_STUDIO]: { models: ['qwen'] },
		});
		await choose('A model on this computer');
		expect(onConnected).not.toHaveBeenCalled();
		await click('LM Studio');
		expect(await endpoints.getValue()).toMatchObject([{ url: LM_STUDIO, models: ['qwen'] }]);
	});

	it('says what to start where nothing answers, and looks again when told to', async () => {
		const { choose, click, text, client, onConnected } = await openCard();
		await choose('A model on this computer');
		expect(text()).toContain('No model server found on this computer');
		expect(onConnected).not.toHaveBeenCalled();
		client.servers[OLLAMA] = { models: ['llama'] };
		await click('Try again');
		expect(onConnected).toHaveBeenCalledOnce();
	});

	it('asks for this computer where the browser hides its servers, in the click itself', async () => {
		const { choose, button, client, onConnected } = await openCard({
			[OLLAMA]: { models: 'permission-needed' },
		});
		await choose('A model on this computer');
		const { request } = permit(true);
		client.servers[OLLAMA] = { models: ['llama'] };
		await act(async () => {
			button('Let Lockchat talk to Ollama').click();
			expect(request.mock.calls).toEqual([[{ origins: ['http://127.0.0.1/*'] }]]);
		});
		expect(onConnected).toHaveBeenCalledOnce();
	});

	it('mends a server that refuses extensions (case 31)', async () => {
		const { choose, click, text, client, onConnected } = await openCard({
			[OLLAMA]: { models: ['llama'], refuses: 'forbidden-origin' },
		});
		permit(true);
		await choose('A model on this computer');
		expect(text()).toContain('refuses browser extensions');
		client.servers[OLLAMA] = { models: ['llama'] };
		await click('Let Lockchat talk to Ollama');
		expect(onConnected).toHaveBeenCalledOnce();
	});

	it('drops a search the user turned away from', async () => {
		const { choose, click, client } = await openCard();
		let answer = (): void => undefined;
		const answered = new Promise<void>((resolve) => {
			answer = resolve;
		});
		client.listModels = async () => {
			await answered;
			return { ok: true, models: ['llama'] };
		};
		await choose('A model on this computer');
		await click('Back');
		await act(async () => answer());
		expect(client.asked).toEqual([]);
		expect(await endpoints.getValue()).toEqual([]);
	});

	it.each(PRESETS.filter((preset) => preset.place === 'cloud' && !hasBlank(preset)))(
		'sends the key of $id there and nowhere else, once it is chosen',
		async (preset) => {
			const { choose, type, click, text, client, onConnected } = await openCard({
				[preset.url]: { models: ['m'] },
			});
			await choose(KEY_WAY);
			await type('API key', 'secret-1');
			await click('Connect');
			expect(text()).toContain('until then it is sent to nobody');
			expect(client.asked).toEqual([]);
			await click(presetName(preset));
			expect(text()).toContain(
				`sent to ${new URL(preset.url).host} (${presetName(preset)}) and to nobody else`,
			);
			await click('Connect');
			expect(client.asked.length).toBeGreaterThan(0);
			expect(client.asked.every(({ url }) => url === preset.url)).toBe(true);
			const [stored] = await endpoints.getValue();
			expect(stored).toMatchObject({ name: presetName(preset), url: preset.url, needsAuth: true });
			expect(await keyFor(stored?.id ?? '')).toBe('secret-1');
			expect(onConnected).toHaveBeenCalledOnce();
		},
	);

	it('says whose key it is by its shape before it is sent, and sends it there', async () => {
		const { choose, type, click, text, client } = await openCard({ [OPENAI]: {} });
		await choose(KEY_WAY);
		await type('API key', 'sk-proj-1');
		expect(text()).toContain('sent to api.openai.com (OpenAI) and to nobody else');
		expect(client.asked).toEqual([]);
		await click('Connect');
		expect(await endpoints.getValue()).toMatchObject([{ name: 'OpenAI', url: OPENAI, needsAuth: true }]);
	});

	it('does not send a key of one company to another that was chosen', async () => {
		const { choose, type, click, text, client } = await openCard({ [OPENAI]: {} });
		await choose(KEY_WAY);
		await click('OpenAI');
		await type('API key', 'sk-ant-1');
		await click('Connect');
		expect(text()).toContain('This is a key of Anthropic: it is not sent to OpenAI');
		expect(client.asked).toEqual([]);
	});

	it('takes the focus to the key', async () => {
		const { choose, box } = await openCard();
		await choose(KEY_WAY);
		expect(document.activeElement).toBe(box('API key'));
	});

	it('asks for the key of a server on this computer that wants one', async () => {
		const jan = presetOf('jan').url;
		const { choose, type, click, text, client } = await openCard({ [jan]: { models: 'unauthorized' } });
		await choose('A model on this computer');
		await click('Jan');
		await type('API key', 'secret-1');
		expect(text()).toContain('sent to 127.0.0.1:1337 (Jan) and to nobody else');
		client.servers[jan] = { models: ['m'] };
		await click('Connect');
		expect(client.asked.filter(({ apiKey }) => apiKey).every(({ url }) => url === jan)).toBe(true);
		expect(await endpoints.getValue()).toMatchObject([{ name: 'Jan', url: jan, needsAuth: true }]);
	});

	it('names by its port what it cannot tell', async () => {
		const { choose, text } = await openCard({
			'http://127.0.0.1:8080': { models: ['mine'] },
			[OLLAMA]: { models: ['llama', 'qwen'] },
		});
		await choose('A model on this computer');
		expect(text()).toContain('Server on port 8080');
		expect(text()).toContain('port 11434 · models: 2');
	});

	it.each([
		['', 'Paste your key.'],
		['sk-ключ', 'A key has only Latin letters'],
	])('does not send the key %j', async (key, sentence) => {
		const { choose, type, click, text, client } = await openCard({ [OPENAI]: {} });
		await choose(KEY_WAY);
		await click('OpenAI');
		await type('API key', key);
		await click('Connect');
		expect(text()).toContain(sentence);
		expect(client.asked).toEqual([]);
	});

	it('keeps a wrong key in its field and stores nothing', async () => {
		const { choose, type, click, text, box } = await openCard({ [OPENAI]: { refuses: 'unauthorized' } });
		await choose(KEY_WAY);
		await type('API key', 'sk-proj-wrong');
		await click('Connect');
		expect(text()).toContain('did not accept the API key');
		expect(box('API key').value).toBe('sk-proj-wrong');
		expect(await fakeBrowser.storage.local.get()).toEqual({});
	});

	it('warns of the public host before a word goes there', async () => {
		const { choose, click, text, client, onConnected } = await openCard({ [PUBLIC]: {} });
		await choose('Public host');
		expect(text()).toContain('can read what you write');
		expect(text()).toContain('this project does not run it');
		expect(client.asked).toEqual([]);
		await click('Connect');
		expect(onConnected).toHaveBeenCalledOnce();
	});

	it('opens the settings for any other server', async () => {
		const openOptionsPage = vi.fn(async () => undefined);
		Object.assign(fakeBrowser.runtime, { openOptionsPage });
		const { choose } = await openCard();
		await choose('Another server');
		expect(openOptionsPage).toHaveBeenCalledOnce();
	});
});
