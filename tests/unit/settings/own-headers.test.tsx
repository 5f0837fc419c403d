// @vitest-environment happy-dom
import { act } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createServerProvider } from '../../../utils/providers/server-provider.ts';
import { endpoints, findEndpoint } from '../../../utils/settings/endpoints.ts';
import { parseEndpointInput } from '../../../utils/settings/input/endpoint-input.ts';
import { forget, keyFor, moveKeys, setKey, storeHeaders, withHeaders } from '../../../utils/settings/keys.ts';
import { savePreferences } from '../../../utils/settings/preferences.ts';
import { openFirst, openSettings, resetBrowser, SERVER, STORED } from './open-settings.tsx';

beforeEach(resetBrowser);

const SECRET = 'opensesame';
const stored = () => fakeBrowser.storage.local.get(null);

async function openWithHeader() {
	const page = await openFirst({ [SERVER]: {} });
	await page.click('Add header');
	await page.type('Header', ' X-Team ');
	await page.type('Value', ` ${SECRET} `);
	return page;
}

describe('case 90: the headers of a server’s form', () => {
	it('are stored by name with the endpoint, and by value where keys are', async () => {
		const { click, status } = await openWithHeader();
		await click('Save');
		expect(status()).toBe('Saved');
		expect(await endpoints.getValue()).toEqual([{ ...STORED, headers: { 'X-Team': '' } }]);
		expect(JSON.stringify((await stored()).endpoints)).not.toContain(SECRET);
		const [endpoint = STORED] = await endpoints.getValue();
		expect(await withHeaders(endpoint)).toMatchObject({ headers: { 'X-Team': SECRET } });
	});

	it('are shown as dots until they are asked for', async () => {
		const { click, box } = await openWithHeader();
		await click('Save');
		expect(box('Value').value).toBe(SECRET);
		expect(box('Value').className).toContain('disc');
		const show = document.querySelector<HTMLButtonElement>('[aria-label="Show: X-Team"]');
		await act(async () => show?.click());
		expect(box('Value').className).not.toContain('disc');
	});

	it('go when their row is removed, and the focus goes to the button that adds one', async () => {
		const { click, text, button } = await openWithHeader();
		await click('Save');
		const remove = document.querySelector<HTMLButtonElement>('[aria-label="Remove the header X-Team"]');
		await act(async () => remove?.click());
		expect(document.activeElement).toBe(button('Add header'));
		expect(text()).toContain('Unsaved changes');
		await click('Save');
		expect(await endpoints.getValue()).toEqual([{ ...STORED, headers: {} }]);
		expect(JSON.stringify(await stored())).not.toContain(SECRET);
	});

	it('stay when another field is saved, and are no change when they are typed and taken back', async () => {
		const { click, type, text } = await openWithHeader();
		await click('Save');
		await type('Name', 'Mine');
		await click('Save');
		expect(await withHeaders((await findEndpoint('e1')) ?? STORED)).toMatchObject({
			name: 'Mine',
			headers: { 'X-Team': SECRET },
		});
		await type('Value', 'other');
		expect(text()).toContain('Unsaved changes');
		await type('Value', SECRET);
		expect(text()).not.toContain('Unsaved changes');
	});

	it('are not needed: a row in which nothing was typed is not stored', async () => {
		const { click, status } = await openFirst();
		await click('Add header');
		await click('Save');
		expect(status()).toBe('Saved');
		expect(await endpoints.getValue()).toEqual([{ ...STORED, headers: {} }]);
	});

	it.each([
		['X Team', 'a', 'only Latin letters'],
		['X-Team:', 'a', 'only Latin letters'],
		['Ключ', 'a', 'only Latin letters'],
		['', 'a', 'only Latin letters'],
		['Host', 'a', 'sets this header itself'],
		['content-length', '1', 'sets this header itself'],
		['Cookie', 'a=b', 'sets this header itself'],
		['Origin', 'null', 'sets this header itself'],
		['Sec-Fetch-Mode', 'cors', 'sets this header itself'],
		['proxy-authorization', 'a', 'sets this header itself'],
		['X-Team', 'ключ', 'one line of Latin letters'],
		['X-Team', '', 'Type the value'],
	])('%j: %j is refused in words: %s', async (name, value, words) => {
		const { click, type, text, box } = await openFirst();
		await click('Add header');
		await type('Header', name);
		await type('Value', value);
		await click('Save');
		expect(text()).toContain(words);
		expect(document.activeElement).toBe(box(words.includes('alue') || value === 'ключ' ? 'Value' : 'Header'));
		expect(await endpoints.getValue()).toEqual([STORED]);
	});

	it('have each name once', () => {
		const row = (id: string, name: string) => ({ id, name, value: 'a' });
		const input = { name: '', url: SERVER, apiKey: '', models: '' };
		const twice = { ...input, headers: [row('1', 'X-Team'), row('2', 'x-team ')] };
		expect(parseEndpointInput(twice, { id: 'e' })).toMatchObject({ problems: { headers: 'header-twice' } });
		const authorization = { ...input, headers: [row('1', 'Authorization')] };
		expect(parseEndpointInput(authorization, { id: 'e' })).toMatchObject({ ok: true });
	});
});

describe('case 90: the values of a server’s headers', () => {
	const ENDPOINT = { ...STORED, headers: { 'X-Team': SECRET } };

	it('never touch the disk when keys are to be forgotten, and move with them', async () => {
		await savePreferences({ forgetKeysOnClose: true });
		const bare = await storeHeaders(ENDPOINT);
		expect(JSON.stringify(await stored())).not.toContain(SECRET);
		await moveKeys(false);
		expect(JSON.stringify(await stored())).toContain(SECRET);
		expect(await withHeaders(bare)).toEqual(ENDPOINT);
	});

	it('are forgotten with their endpoint, and a key that is removed leaves them', async () => {
		const bare = await storeHeaders(ENDPOINT);
		await setKey('e1', 'sk-1');
		await setKey('e1', '');
		expect(await withHeaders(bare)).toEqual(ENDPOINT);
		await setKey('e1', 'sk-1');
		await forget('e1');
		expect(await withHeaders(bare)).toEqual(bare);
		expect(await keyFor('e1')).toBeUndefined();
	});

	it('that were forgotten keep their names through a save, and nothing is asked without them', async () => {
		await savePreferences({ forgetKeysOnClose: true });
		const bare = await storeHeaders(ENDPOINT);
		await endpoints.setValue([bare]);
		await fakeBrowser.storage.session.clear();
		const { openRow, type, click, status, box } = await openSettings({ [SERVER]: {} });
		await openRow('First');
		await type('Name', 'Mine');
		await click('Save');
		expect(status()).toBe('Saved');
		expect(box('Header').value).toBe('X-Team');
		const [stored] = await endpoints.getValue();
		const endpoint = await withHeaders(stored?.kind === 'server' ? stored : STORED);
		expect(endpoint).toMatchObject({ name: 'Mine', headers: { 'X-Team': '' } });
		const provider = createServerProvider({ hasOrigin: async () => true });
		await expect(provider.check(endpoint, { model: 'one' })).rejects.toMatchObject({
			code: 'key-missing',
			detail: 'X-Team',
		});
	});
});
