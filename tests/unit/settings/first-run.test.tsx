// @vitest-environment happy-dom
import '../components/fake-texts.ts';

import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConnectCard } from '../../../components/settings/connect/connect-card.tsx';
import { endpoints } from '../../../utils/settings/endpoints.ts';
import { keyFor } from '../../../utils/settings/keys.ts';
import { presetOf } from '../../../utils/settings/presets.ts';
import { createFakeLanguageModel } from '../../browser-model/fake-language-model.mjs';
import { createFakeClient, type FakeClient } from './fake-client.ts';
import { resetBrowser } from './open-settings.tsx';
import { createPermissionWorld } from './permission-world.ts';
import { renderPage } from './render-page.tsx';

const OLLAMA = presetOf('ollama').url;
const OPENAI = presetOf('openai').url;

/** What a person does from the toolbar's icon on: the first click opens the popup, in which the card stands. */
async function openFromToolbar(client: FakeClient) {
	const onConnected = vi.fn();
	const page = await renderPage(<ConnectCard isPopup client={client} onConnected={onConnected} />);
	let clicks = 1;
	return {
		...page,
		clicks: () => clicks,
		isConnected: () => expect.poll(() => onConnected.mock.calls.length).toBe(1),
		/** Clicks the first button whose name begins so. */
		async press(name: string) {
			clicks += 1;
			await act(async () => {
				const buttons = [...document.querySelectorAll('button')];
				const button = buttons.find(({ textContent }) => textContent?.startsWith(name));
				if (!button) throw new Error(`There is no “${name}” in ${page.text()}`);
				button.click();
			});
		},
		/** A click in the browser's own prompt. */
		async answer(give: () => void) {
			clicks += 1;
			await act(async () => give());
		},
	};
}

beforeEach(resetBrowser);
afterEach(() => {
	Reflect.deleteProperty(globalThis, 'LanguageModel');
});

describe('case 139: clicks from the toolbar’s icon to a model that answers', () => {
	it('are 2 where a server on this computer answers extensions', async () => {
		const { press, isConnected, clicks } = await openFromToolbar(
			createFakeClient({ [OLLAMA]: { models: ['llama'] } }),
		);
		await press('A model on this computer');
		await isConnected();
		expect(clicks()).toBe(2);
	});

	it('are 4 with Ollama as it is installed, the one in the browser’s prompt among them', async () => {
		const world = createPermissionWorld(OLLAMA, { refuses: true });
		const { press, answer, clicks } = await openFromToolbar(world.client);
		await press('A model on this computer');
		await press('Let Lockchat talk to Ollama');
		// The prompt closes the popup; the panel has been opened before and goes on.
		const panel = await renderPage(<ConnectCard client={world.client} />);
		expect(panel.text()).toContain('Let Lockchat talk to Ollama');
		await answer(() => world.answer(true));
		await expect.poll(() => endpoints.getValue()).toMatchObject([{ name: 'Ollama', models: ['llama'] }]);
		expect(clicks()).toBe(4);
		expect(world.calls).toEqual(['panel', 'request', 'rule']);
	});

	it('are 3 and a paste with a key', async () => {
		const { press, type, isConnected, clicks } = await openFromToolbar(
			createFakeClient({ [OPENAI]: { models: ['gpt-4o', 'gpt-4o-mini', 'o3'] } }),
		);
		await press('A key from');
		expect(document.activeElement?.tagName).toBe('INPUT');
		await type('API key', 'sk-proj-0123');
		await press('Connect');
		await isConnected();
		expect(clicks()).toBe(3);
		const [stored] = await endpoints.getValue();
		expect(stored?.models).toEqual(['gpt-4o-mini', 'gpt-4o', 'o3']);
	});

	it('are 2 with the browser’s own model', async () => {
		Reflect.set(globalThis, 'LanguageModel', createFakeLanguageModel({ isActive: () => true }));
		const { press, isConnected, clicks, text } = await openFromToolbar(createFakeClient({}));
		await expect.poll(text).toContain('The model built into');
		await press('The model built into');
		await isConnected();
		expect(clicks()).toBe(2);
	});

	it('are 2 to a link and a line to copy where nothing is installed', async () => {
		const { press, text, hasButton, clicks } = await openFromToolbar(createFakeClient({}));
		await press('A model on this computer');
		expect(clicks()).toBe(2);
		const link = [...document.querySelectorAll('a')].find((a) => a.textContent?.startsWith('Get Ollama'));
		expect(link?.href).toBe('https://ollama.com/download');
		expect([link?.target, link?.rel]).toEqual(['_blank', 'noreferrer']);
		expect(text()).toContain('ollama pull llama3.2');
		expect([hasButton('Copy'), hasButton('Try again')]).toEqual([true, true]);
	});
});

describe('case 140: the browser’s prompt closes the popup', () => {
	const drawn = () => act(async () => undefined);

	it('opens the panel in the click itself, before the permission is asked for', async () => {
		const world = createPermissionWorld(OLLAMA, { refuses: true });
		const { press, button } = await openFromToolbar(world.client);
		await press('A model on this computer');
		await act(async () => {
			button('Let Lockchat talk to Ollama').click();
			expect(world.calls).toEqual(['panel', 'request']);
		});
	});

	it('and a key that was being connected is connected by the window that stays, there and nowhere else', async () => {
		const world = createPermissionWorld(OPENAI, { refuses: false });
		const popup = await openFromToolbar(world.client);
		await popup.press('A key from');
		await popup.type('API key', 'sk-proj-0123');
		await popup.press('Connect');
		await popup.press('Allow access to api.openai.com');
		const panel = await renderPage(<ConnectCard client={world.client} />);
		expect(panel.text()).toContain('Allow access to api.openai.com');
		const before = world.client.asked.length;
		await drawn();
		expect(world.client.asked).toHaveLength(before);
		await act(async () => world.answer(true));
		await expect.poll(() => endpoints.getValue()).toHaveLength(1);
		const [stored] = await endpoints.getValue();
		expect(await keyFor(stored?.id ?? '')).toBe('sk-proj-0123');
		expect(world.client.asked.every(({ url }) => url === OPENAI)).toBe(true);
	});

	it('and the popup that is opened again goes on too; one window alone connects', async () => {
		const world = createPermissionWorld(OLLAMA, { refuses: true });
		const popup = await openFromToolbar(world.client);
		await popup.press('A model on this computer');
		await popup.press('Let Lockchat talk to Ollama');
		await renderPage(<ConnectCard client={world.client} />);
		await renderPage(<ConnectCard isPopup client={world.client} />);
		await act(async () => world.answer(true));
		await expect.poll(() => endpoints.getValue()).toHaveLength(1);
		await drawn();
		expect(await endpoints.getValue()).toHaveLength(1);
		expect(world.calls.filter((call) => call === 'rule')).toHaveLength(1);
	});

	it('and nothing goes on where the user denies, or goes back', async () => {
		const world = createPermissionWorld(OLLAMA, { refuses: true });
		const popup = await openFromToolbar(world.client);
		await popup.press('A model on this computer');
		await popup.press('Let Lockchat talk to Ollama');
		const panel = await renderPage(<ConnectCard client={world.client} />);
		await act(async () => world.answer(false));
		expect(panel.text()).toContain('Let Lockchat talk to Ollama');
		await panel.click('Back');
		await act(async () => world.answer(true));
		await drawn();
		expect(await endpoints.getValue()).toEqual([]);
	});

	it('and no panel opens from a window that stays', async () => {
		const world = createPermissionWorld(OLLAMA, { refuses: true });
		const panel = await renderPage(<ConnectCard client={world.client} />);
		await act(async () => {
			const buttons = [...document.querySelectorAll('button')];
			buttons.find(({ textContent }) => textContent?.startsWith('A model on this computer'))?.click();
		});
		await panel.click('Let Lockchat talk to Ollama');
		await act(async () => world.answer(true));
		await expect.poll(() => endpoints.getValue()).toHaveLength(1);
		expect(world.calls).toEqual(['request', 'rule']);
		expect(world.closed).not.toHaveBeenCalled();
	});
});
