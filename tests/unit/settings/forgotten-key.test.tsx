// @vitest-environment happy-dom
import { act } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { connect, endpointOf } from '../../../components/settings/connect/connect.ts';
import { storeSettings } from '../../../components/settings/draft/store-settings.ts';
import { endpoints, findEndpoint, saveEndpoints } from '../../../utils/settings/endpoints.ts';
import { keyFor, setKey } from '../../../utils/settings/keys.ts';
import { savePreferences } from '../../../utils/settings/preferences.ts';
import { presetOf } from '../../../utils/settings/presets.ts';
import { createFakeClient } from './fake-client.ts';
import { openSettings, resetBrowser, SERVER, STORED } from './open-settings.tsx';

const NEEDS_KEY = 'This server needs a key';

beforeEach(async () => {
	resetBrowser();
	await savePreferences({ forgetKeysOnClose: true });
});

/** The settings page after a restart of the browser, in which the key of a server was forgotten. */
async function openAfterRestart() {
	await endpoints.setValue([{ ...STORED, needsAuth: true }]);
	await setKey('e1', 'sk-1');
	await fakeBrowser.storage.session.clear();
	const page = await openSettings({ [SERVER]: {} });
	await page.openRow('First');
	return page;
}

const needsKey = async () => {
	const stored = await findEndpoint('e1');
	return stored?.kind === 'server' && stored.needsAuth;
};

describe('case 93: a server whose key was forgotten when the browser closed', () => {
	it('still needs one after another field is changed and saved', async () => {
		const { type, click, status, text } = await openAfterRestart();
		expect(text()).toContain('The key was forgotten');
		await type('Name', 'Renamed');
		await click('Save');
		expect(status()).toBe('Saved');
		expect(await findEndpoint('e1')).toMatchObject({ name: 'Renamed', needsAuth: true });
	});

	it('still needs one after its address is changed, and after a key is typed and removed again', async () => {
		const { type, click } = await openAfterRestart();
		await type('Server URL', `${SERVER}/v1`);
		await type('API key', 'sk-2');
		await type('API key', '');
		await click('Save');
		expect(await findEndpoint('e1')).toMatchObject({ url: `${SERVER}/v1`, needsAuth: true });
		expect(await keyFor('e1')).toBeUndefined();
	});

	it('has nothing to save after a key is typed and removed again', async () => {
		const { type, text } = await openAfterRestart();
		await type('API key', 'sk-2');
		expect(text()).toContain('Unsaved changes');
		await type('API key', '');
		expect(text()).not.toContain('Unsaved changes');
	});

	it('needs none any more once the user says so, and one again if that is taken back before it is saved', async () => {
		const { click, box, type } = await openAfterRestart();
		const toggle = () => act(async () => box(NEEDS_KEY).click());
		await toggle();
		await toggle();
		await type('Name', 'Renamed');
		await click('Save');
		expect(await needsKey()).toBe(true);
		await toggle();
		await click('Save');
		expect(await needsKey()).toBe(false);
	});

	it('has its key back when it is entered again', async () => {
		const { type, click, hasLabel } = await openAfterRestart();
		expect(hasLabel(NEEDS_KEY)).toBe(true);
		await type('API key', 'sk-2');
		expect(hasLabel(NEEDS_KEY)).toBe(false);
		await click('Save');
		expect(await needsKey()).toBe(true);
		expect(await keyFor('e1')).toBe('sk-2');
	});

	it('is shown as it is when another window enters the key, and keeps it when this one saves', async () => {
		const { type, click, box } = await openAfterRestart();
		await act(async () => setKey('e1', 'sk-2'));
		expect(box('API key').value).toBe('sk-2');
		await type('Name', 'Renamed');
		await click('Save');
		expect(await keyFor('e1')).toBe('sk-2');
		expect(await needsKey()).toBe(true);
	});

	it('keeps the key that another window enters while this one is being changed', async () => {
		const { type, click } = await openAfterRestart();
		await type('Name', 'Renamed');
		await setKey('e1', 'sk-2');
		await click('Save');
		expect(await keyFor('e1')).toBe('sk-2');
		expect(await needsKey()).toBe(true);
	});

	it('needs none any more where another window said so while this one was being changed', async () => {
		const { type, click } = await openAfterRestart();
		await type('Name', 'Renamed');
		await saveEndpoints([{ ...STORED, needsAuth: false }]);
		await click('Save');
		expect(await findEndpoint('e1')).toMatchObject({ name: 'Renamed', needsAuth: false });
	});
});

describe('a server that has its key', () => {
	it('needs none any more once the user has emptied the field', async () => {
		await endpoints.setValue([{ ...STORED, needsAuth: true }]);
		await setKey('e1', 'sk-1');
		const page = await openSettings();
		await page.openRow('First');
		await page.type('API key', '');
		await page.click('Save');
		expect(await needsKey()).toBe(false);
		expect(await keyFor('e1')).toBeUndefined();
	});

	it('is not given an older key back by a window that did not change it', async () => {
		await endpoints.setValue([{ ...STORED, needsAuth: true }]);
		await setKey('e1', 'sk-2');
		const change = { saved: [{ endpoint: STORED, apiKey: 'sk-1', isKeyChanged: false }], deleted: [] };
		await storeSettings({ ...change, preferences: {} });
		expect(await keyFor('e1')).toBe('sk-2');
		expect(await needsKey()).toBe(true);
	});

	it('and was connected from the chat still needs it after the browser is restarted', async () => {
		const preset = presetOf('openai');
		const parsed = endpointOf(preset, 'OpenAI', 'sk-1');
		if (!parsed.ok) throw new Error('The preset is no endpoint.');
		const { endpoint } = await connect(createFakeClient({ [preset.url]: {} }), parsed, false);
		await fakeBrowser.storage.session.clear();
		expect(await keyFor(endpoint.id)).toBeUndefined();
		expect(await findEndpoint(endpoint.id)).toMatchObject({ needsAuth: true });
	});
});
