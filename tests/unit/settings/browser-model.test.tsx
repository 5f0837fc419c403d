// @vitest-environment happy-dom
import '../components/fake-texts.ts';

import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ConnectCard } from '../../../components/settings/connect/connect-card.tsx';
import { endpoints } from '../../../utils/settings/endpoints.ts';
import { preferences } from '../../../utils/settings/preferences.ts';
import { createFakeLanguageModel } from '../../browser-model/fake-language-model.mjs';
import { createFakeClient } from './fake-client.ts';
import { openSettings, resetBrowser, STORED } from './open-settings.tsx';
import { renderPage } from './render-page.tsx';

type FakeOptions = NonNullable<Parameters<typeof createFakeLanguageModel>[0]>;

/** Gives the browser a model: a fake of the specified interface, since no browser of these tests has a model. */
function give(options: FakeOptions = {}): void {
	Reflect.set(globalThis, 'LanguageModel', createFakeLanguageModel({ isActive: () => true, ...options }));
	Object.assign(navigator, {
		userAgentData: {
			brands: [{ brand: 'Not)A;Brand' }, { brand: 'Chromium' }, { brand: 'Google Chrome' }],
		},
	});
}

beforeEach(resetBrowser);
afterEach(() => {
	vi.restoreAllMocks();
	Reflect.deleteProperty(globalThis, 'LanguageModel');
	Reflect.deleteProperty(navigator, 'userAgentData');
});

/** So often the page is let draw before a check is given up: thousands of times more often than any needs. */
const MOST_LOOKS = 10_000;

/**
 * Waits until `check` holds, and lets the page draw meanwhile, with no pause in which it would draw unasked. In the end
 * it says what did not hold.
 */
async function until(check: () => void): Promise<void> {
	for (let looks = 1; ; looks += 1) {
		await act(() => new Promise((resolve) => setTimeout(resolve)));
		try {
			check();
			return;
		} catch (error) {
			if (looks === MOST_LOOKS) throw error;
		}
	}
}

async function openCard() {
	const onConnected = vi.fn();
	const page = await renderPage(<ConnectCard client={createFakeClient({})} onConnected={onConnected} />);
	const choices = () => [...document.querySelectorAll<HTMLButtonElement>('li button')];
	await until(() => expect(choices()).not.toEqual([]));
	const first = () => choices()[0];
	const bar = () => document.querySelector('[role=progressbar]');
	return { onConnected, choices, first, bar, pick: () => act(async () => first()?.click()), ...page };
}

describe('the Connect card', () => {
	it('offers the browser’s own model first, and connects it by one click', async () => {
		give();
		const { first, pick, onConnected } = await openCard();
		expect(first()?.textContent).toContain('The model built into Chrome');
		expect(first()?.textContent).not.toContain('It knows');
		await pick();
		await until(() => expect(onConnected.mock.calls).toEqual([['browser-model']]));
		expect(await endpoints.getValue()).toEqual([
			{ kind: 'browser', id: 'browser-model', name: 'Chrome', models: ['Built-in model'] },
		]);
		expect((await preferences.getValue()).defaultEndpointId).toBe('browser-model');
	});

	it('names the languages that the model knows where the user’s is not among them', async () => {
		vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['es']);
		give({ languages: ['es'] });
		const { first } = await openCard();
		expect(first()?.textContent).toContain('It knows Spanish.');
	});

	it.each([
		['no such thing', undefined],
		['no model for this computer', { availability: 'unavailable' }],
	] as const)('does not offer it where the browser has %s', async (_, options) => {
		if (options) give(options);
		const { first } = await openCard();
		expect(first()?.textContent).toContain('A model on this computer');
	});

	it('does not offer it, and says why to developers, where the browser cannot tell', async () => {
		const log = vi.spyOn(console, 'error').mockReturnValue();
		const availability = () => Promise.reject(new Error('Not now.'));
		Reflect.set(globalThis, 'LanguageModel', { availability });
		const { first } = await openCard();
		expect(first()?.textContent).toContain('A model on this computer');
		expect(log).toHaveBeenCalled();
	});

	/** A download that stands still at 42 % until it is let go on. */
	function giveHeld(): () => void {
		let goOn = (): void => undefined;
		const held = new Promise<void>((resolve) => {
			goOn = resolve;
		});
		give({ availability: 'downloadable', onShare: async (loaded) => (loaded === 0.42 ? held : undefined) });
		return goOn;
	}

	it('has it downloaded first where it is not there, with a bar that says how far it is', async () => {
		const goOn = giveHeld();
		const { first, pick, bar, onConnected } = await openCard();
		expect(first()?.textContent).toContain('several gigabytes');
		await pick();
		await until(() => expect(bar()?.getAttribute('aria-valuetext')).toBe('42%'));
		expect(bar()?.getAttribute('aria-valuenow')).toBe('42');
		expect(await endpoints.getValue()).toEqual([]);
		goOn();
		await until(() => expect(onConnected).toHaveBeenCalledOnce());
		expect(await endpoints.getValue()).toHaveLength(1);
	});

	it('goes back when the download is called off, and stores nothing, even if it goes on', async () => {
		const goOn = giveHeld();
		const { pick, bar, click, choices, onConnected } = await openCard();
		await pick();
		await until(() => expect(bar()?.getAttribute('aria-valuetext')).toBe('42%'));
		await click('Cancel');
		expect(choices()).not.toEqual([]);
		goOn();
		for (let turn = 0; turn < 20; turn += 1) await until(() => undefined);
		expect(onConnected).not.toHaveBeenCalled();
		expect(await endpoints.getValue()).toEqual([]);
	});

	it('says what a failed download needs, and tries again', async () => {
		vi.spyOn(console, 'error').mockReturnValue();
		let isActive = false;
		give({ availability: 'downloadable', isActive: () => isActive });
		const { pick, click, text, onConnected } = await openCard();
		await pick();
		await until(() => expect(text()).toContain('22 GB of free disk space'));
		expect(text()).toContain('A download needs a gesture of the user.');
		isActive = true;
		await click('Try again');
		await until(() => expect(onConnected).toHaveBeenCalledOnce());
	});

	it('says so when the browser stores nothing', async () => {
		give();
		const { pick, text } = await openCard();
		vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('The disk is full.'));
		await pick();
		await until(() => expect(text()).toContain('The disk is full.'));
	});
});

describe('the settings', () => {
	const OWN = { kind: 'browser' as const, id: 'browser-model', name: 'Chrome', models: ['Built-in model'] };

	it('add the browser’s own model beside the servers, once', async () => {
		give();
		await endpoints.setValue([STORED]);
		const { click, hasButton } = await openSettings();
		await until(() => expect(hasButton('Add the model built into Chrome')).toBe(true));
		await click('Add the model built into Chrome');
		expect(await endpoints.getValue()).toEqual([STORED, OWN]);
		expect(hasButton('Add the model built into Chrome')).toBe(false);
	});

	it('delete it with the next save and not before, and keep it when that is undone', async () => {
		give();
		await endpoints.setValue([STORED, OWN]);
		const { click, status, text } = await openSettings();
		await click('Delete');
		expect(text()).toContain('“Chrome” will be removed when you save.');
		await click('Undo');
		await click('Save');
		expect(await endpoints.getValue()).toEqual([STORED, OWN]);
		await click('Delete');
		await click('Save');
		expect(status()).toBe('Saved');
		expect(await endpoints.getValue()).toEqual([STORED]);
	});
});
