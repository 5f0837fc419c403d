import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Endpoint } from '../../../utils/providers/endpoint.ts';
import {
	endpoints,
	findEndpoint,
	forgetQuirks,
	rememberQuirks,
	saveBase,
	saveEndpoints,
} from '../../../utils/settings/endpoints.ts';
import { exportSettings } from '../../../utils/settings/file/export-settings.ts';
import { keyFor, obeyManaged, setKey, withHeaders } from '../../../utils/settings/keys.ts';
import { preferences, savePreferences } from '../../../utils/settings/preferences.ts';

const own: Endpoint = {
	kind: 'server',
	id: 'own',
	name: 'Own',
	url: 'http://own.example',
	models: ['m'],
	supportsStream: true,
	needsAuth: false,
};
const HOUSE = { id: 'house', name: 'House', url: 'https://llm.example/v1', models: ['big'] };

const setPolicy = (policy: Record<string, unknown>) => fakeBrowser.storage.managed.set(policy);
const local = async () => JSON.stringify(await fakeBrowser.storage.local.get());

beforeEach(() => fakeBrowser.reset());

describe('case 132: what an organization has set', () => {
	it('stands before what the user has, wherever settings are read', async () => {
		await endpoints.setValue([own]);
		await savePreferences({ systemPrompt: 'Mine.', stallSeconds: 60 });
		await setPolicy({
			endpoints: [HOUSE],
			preferences: { systemPrompt: 'Ours.', defaultEndpointId: 'house' },
		});
		expect((await endpoints.getValue()).map(({ name }) => name)).toEqual(['House', 'Own']);
		expect(await findEndpoint('managed:house')).toMatchObject({ url: HOUSE.url, models: ['big'] });
		expect(await preferences.getValue()).toMatchObject({
			systemPrompt: 'Ours.',
			stallSeconds: 60,
			defaultEndpointId: 'managed:house',
		});
	});

	it('is never stored among what the user has, whatever is written, and is not exported', async () => {
		await setPolicy({
			endpoints: [{ ...HOUSE, apiKey: 'sk-house' }],
			preferences: { systemPrompt: 'Ours.' },
		});
		const all = await endpoints.getValue();
		await endpoints.setValue([...all, own]);
		await saveEndpoints(all);
		const [house] = all;
		if (house) await saveBase(house, 'https://llm.example/v1');
		await rememberQuirks('managed:house', 'big', { hasNewLimit: true });
		await savePreferences({ systemPrompt: 'Mine.', stallSeconds: 60 });
		for (const text of [await local(), await (await exportSettings(0, 'correct horse')).text()]) {
			expect(text).toContain('own.example');
			expect(text).not.toMatch(/llm\.example|sk-house|Ours|Mine/);
		}
		expect(await preferences.getValue()).toMatchObject({ systemPrompt: 'Ours.', stallSeconds: 60 });
	});

	it('gives back what the user had chosen when it goes', async () => {
		await savePreferences({ systemPrompt: 'Mine.' });
		await setPolicy({ preferences: { systemPrompt: 'Ours.' } });
		await fakeBrowser.storage.managed.clear();
		expect(await preferences.getValue()).toMatchObject({ systemPrompt: 'Mine.' });
	});

	it('has its own key and headers before the user’s, and leaves room for a key where it has none', async () => {
		const headers = { 'X-Team': 'red' };
		await setPolicy({
			endpoints: [{ ...HOUSE, apiKey: 'sk-house', headers }, { url: 'https://free.example' }],
		});
		await setKey('managed:house', 'sk-mine');
		await setKey('managed:https://free.example', 'sk-mine');
		expect(await keyFor('managed:house')).toBe('sk-house');
		expect(await keyFor('managed:https://free.example')).toBe('sk-mine');
		const house = await findEndpoint('managed:house');
		expect(house).toMatchObject({ headers: { 'X-Team': '' }, needsAuth: true });
		expect(house && (await withHeaders(house))).toMatchObject({ headers });
	});

	it('is followed as it changes', async () => {
		const [seen, chosen] = [vi.fn(), vi.fn()];
		const unwatch = [endpoints.watch(seen), preferences.watch(chosen)];
		await setPolicy({ endpoints: [HOUSE], preferences: { stallSeconds: 30 } });
		await vi.waitFor(() => expect(seen).toHaveBeenCalledWith([expect.objectContaining({ name: 'House' })]));
		await vi.waitFor(() =>
			expect(chosen).toHaveBeenCalledWith(expect.objectContaining({ stallSeconds: 30 })),
		);
		for (const stop of unwatch) stop();
	});

	it('takes keys off the disk where they are to be forgotten', async () => {
		await setKey('own', 'sk-mine');
		await setPolicy({ preferences: { forgetKeysOnClose: true } });
		await obeyManaged();
		expect(await local()).not.toContain('sk-mine');
		expect(await keyFor('own')).toBe('sk-mine');
	});

	it.each<[string, Record<string, unknown>]>([
		['no objects', { endpoints: 'x', preferences: [1] }],
		['broken entries', { endpoints: [null, 5, {}], preferences: {} }],
		[
			'values that may not be',
			{ preferences: { stallSeconds: -1, temperature: 'hot', constructor: 1, other: 2 } },
		],
	])('counts as not set where it is wrong: %s', async (_, policy) => {
		await setPolicy(policy);
		expect(await endpoints.getValue()).toEqual([]);
		expect(await preferences.getValue()).toMatchObject({ stallSeconds: 120, temperature: null });
	});

	it('is nothing where the browser has no policies or no such storage', async () => {
		vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValue(
			new Error('Managed storage manifest not found'),
		);
		expect(await endpoints.getValue()).toEqual([]);
		vi.restoreAllMocks();
	});

	it('keeps what its models were found to need beside it, and forgets that like any other', async () => {
		await setPolicy({ endpoints: [HOUSE] });
		await rememberQuirks('managed:house', 'big', { without: ['temperature'] });
		await rememberQuirks('managed:house', 'big', { hasNewLimit: true });
		expect(await findEndpoint('managed:house')).toMatchObject({
			quirks: { big: { without: ['temperature'], hasNewLimit: true } },
		});
		const { endpoints: list } = await fakeBrowser.storage.local.get('endpoints');
		expect(JSON.stringify(list ?? [])).not.toContain('house');
		await forgetQuirks('managed:house', 'big');
		expect(await findEndpoint('managed:house')).toMatchObject({ quirks: {} });
	});

	it('keeps where it was found to answer beside it, for as long as it has that address', async () => {
		await setPolicy({ endpoints: [HOUSE] });
		const house = await findEndpoint('managed:house');
		if (!house) throw new Error('There is no server.');
		await rememberQuirks('managed:house', 'big', { hasNewLimit: true });
		await saveBase(house, 'https://llm.example/v1/v1');
		const found = { base: 'https://llm.example/v1/v1', quirks: { big: { hasNewLimit: true } } };
		expect(await findEndpoint('managed:house')).toMatchObject(found);
		const { endpoints: list } = await fakeBrowser.storage.local.get('endpoints');
		expect(JSON.stringify(list ?? [])).not.toContain('house');

		const moved = { ...HOUSE, url: 'https://other.example/v1' };
		await setPolicy({ endpoints: [moved] });
		expect(await findEndpoint('managed:house')).not.toHaveProperty('base');
		expect(await findEndpoint('managed:house')).not.toHaveProperty('quirks.big');
		// Found out too late: it was asked before the address was changed.
		await saveBase(house, 'https://llm.example/v1/v1');
		expect(await findEndpoint('managed:house')).not.toHaveProperty('base');
		await rememberQuirks('managed:house', 'small', { isUnstreamed: true });
		await setPolicy({ endpoints: [HOUSE] });
		expect(await findEndpoint('managed:house')).not.toHaveProperty('quirks.small');
	});

	it('tells who watches of what was found out', async () => {
		await setPolicy({ endpoints: [HOUSE] });
		const seen = vi.fn();
		const stop = endpoints.watch(seen);
		await rememberQuirks('managed:house', 'big', { hasNewLimit: true });
		await vi.waitFor(() =>
			expect(seen).toHaveBeenLastCalledWith([
				expect.objectContaining({ quirks: { big: { hasNewLimit: true } } }),
			]),
		);
		stop();
	});
});
