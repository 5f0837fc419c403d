// @vitest-environment happy-dom
import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { endpoints } from '../../../utils/settings/endpoints.ts';
import { keyFor, setKey } from '../../../utils/settings/keys.ts';
import { preferences, savePreferences } from '../../../utils/settings/preferences.ts';
import { openFirst, openSettings, permit, resetBrowser, SERVER, STORED } from './open-settings.tsx';

beforeEach(resetBrowser);

describe('saving', () => {
	it('stores a new endpoint with its key and says so, without asking for any permission', async () => {
		const { request } = permit(false);
		const { click, type, status } = await openSettings();
		await click('Add server');
		await type('Name', 'Mine');
		await type('Server URL', '127.0.0.1:8976/v1/');
		await type('API key', 'sk-1');
		await click('Save');
		expect(status()).toBe('Saved');
		const [stored] = await endpoints.getValue();
		expect(stored).toMatchObject({ name: 'Mine', url: `${SERVER}/v1`, models: ['gpt-4', 'gpt-3.5-turbo'] });
		expect(await keyFor(stored?.id ?? '')).toBe('sk-1');
		expect(request).not.toHaveBeenCalled();
	});

	it('stores the preferences that changed and no others', async () => {
		const { click, type, status } = await openSettings();
		await savePreferences({ stallSeconds: 300 });
		await type('Temperature', '1.5');
		await type('System prompt', 'Be brief.');
		await click('Save');
		expect(status()).toBe('Saved');
		expect(await preferences.getValue()).toMatchObject({
			temperature: 1.5,
			systemPrompt: 'Be brief.',
			stallSeconds: 300,
		});
	});

	it('moves the keys when they are to be forgotten', async () => {
		await setKey('e1', 'sk-1');
		const { click, box } = await openFirst();
		await act(async () => box('Forget keys when the browser closes').click());
		await click('Save');
		expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toContain('sk-1');
		expect(await keyFor('e1')).toBe('sk-1');
	});

	it('keeps endpoints that another window made in the meantime', async () => {
		const { click, type } = await openFirst();
		await type('Name', 'Renamed');
		await endpoints.setValue([STORED, { ...STORED, id: 'e2', name: 'Second' }]);
		await click('Save');
		expect((await endpoints.getValue()).map(({ name }) => name)).toEqual(['Renamed', 'Second']);
	});

	it('does not overwrite what is typed while it stores', async () => {
		const { click, type, box } = await openFirst();
		await type('Name', 'Renamed');
		let go = (): void => undefined;
		const held = new Promise<void>((resolve) => {
			go = resolve;
		});
		const set = fakeBrowser.storage.local.set;
		vi.spyOn(fakeBrowser.storage.local, 'set').mockImplementation((items) => held.then(() => set(items)));
		await click('Save');
		await type('Name', 'Renamed again');
		await act(async () => go());
		expect(box('Name').value).toBe('Renamed again');
		expect(await endpoints.getValue()).toMatchObject([{ name: 'Renamed' }]);
		await click('Save');
		expect(await endpoints.getValue()).toMatchObject([{ name: 'Renamed again' }]);
	});

	it('says when the browser refuses, and keeps what was typed', async () => {
		const { click, type, status, box } = await openFirst();
		await type('Name', 'Renamed');
		vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES exceeded'));
		await click('Save');
		expect(status()).toContain('Nothing was saved');
		expect(status()).toContain('QUOTA_BYTES exceeded');
		expect(box('Name').value).toBe('Renamed');
	});
});

describe('a wrong field', () => {
	it.each([
		['Server URL', 'ftp://x', 'The address must begin with http:// or https://.'],
		['Server URL', '', 'Type the address of the server.'],
		['API key', 'ключ', 'A key has only Latin letters'],
		['Temperature', '3', 'Type a number from 0 to 2.'],
		['Response timeout (seconds)', '', 'Type a number from 10 to 3600.'],
	])(
		'%s = %j gets the cursor and a sentence, and nothing is stored or lost',
		async (label, value, sentence) => {
			const { click, type, status, box } = await openFirst();
			await type('Name', 'Renamed');
			await type(label, value);
			await click('Save');
			expect(status()).toContain('Not saved yet');
			expect(document.activeElement).toBe(box(label));
			const note = document.getElementById(box(label).getAttribute('aria-describedby') ?? '');
			expect(note?.textContent).toContain(sentence);
			expect(box('Name').value).toBe('Renamed');
			expect(box(label).value).toBe(value);
			expect(await endpoints.getValue()).toEqual([STORED]);
		},
	);

	it('opens its endpoint when another one is open', async () => {
		await endpoints.setValue([STORED, { ...STORED, id: 'e2', name: 'Second' }]);
		const { click, openRow, type, box } = await openSettings();
		await openRow('First');
		await type('Server URL', 'nowhere at all');
		await openRow('Second');
		await click('Save');
		expect(document.activeElement).toBe(box('Server URL'));
		expect(box('Name').value).toBe('First');
	});

	it('is right again as soon as it is typed in', async () => {
		const { click, type, box } = await openFirst();
		await type('Server URL', '');
		await click('Save');
		await type('Server URL', 'x');
		expect(box('Server URL').getAttribute('aria-invalid')).toBeNull();
	});
});

describe('leaving the page', () => {
	it('warns while there is something to lose, and only then', async () => {
		const { click, type } = await openFirst();
		const leave = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
		expect(leave()).toBe(false);
		await type('Name', 'Renamed');
		expect(leave()).toBe(true);
		await click('Save');
		expect(leave()).toBe(false);
	});
});
