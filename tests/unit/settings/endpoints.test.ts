import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ServerEndpoint } from '../../../utils/providers/server-endpoint.ts';
import {
	endpoints,
	findEndpoint,
	removeEndpoints,
	saveEndpoints,
} from '../../../utils/settings/endpoints.ts';

const endpoint = (id: string, more: Partial<ServerEndpoint> = {}): ServerEndpoint => ({
	kind: 'server',
	id,
	name: id,
	url: `http://${id}`,
	models: ['m'],
	supportsStream: true,
	needsAuth: false,
	...more,
});

describe('stored endpoints', () => {
	beforeEach(() => fakeBrowser.reset());

	it('are none at install', async () => {
		expect(await endpoints.getValue()).toEqual([]);
		expect(await findEndpoint('a')).toBeUndefined();
	});

	it('change in their place, the others left alone, new ones last', async () => {
		await endpoints.setValue([endpoint('a'), endpoint('b')]);
		await saveEndpoints([endpoint('c'), endpoint('a', { name: 'A' })]);
		expect((await endpoints.getValue()).map(({ name }) => name)).toEqual(['A', 'b', 'c']);
		await removeEndpoints(['a', 'c']);
		expect(await endpoints.getValue()).toEqual([endpoint('b')]);
	});

	it('are repaired one by one', async () => {
		const stored = [
			endpoint('a'),
			null,
			'text',
			{ id: 'b', url: 5, models: ['m', 7, null], headers: 'none', supportsStream: 'yes' },
			{ url: 'http://lost.example', models: 'm' },
			{ ...endpoint('a'), name: 'second of its id' },
			{ ...endpoint('c'), colour: 'red' },
		];
		await fakeBrowser.storage.local.set({ endpoints: stored });
		expect(await endpoints.getValue()).toEqual([
			endpoint('a'),
			{
				kind: 'server',
				id: 'b',
				name: '',
				url: '',
				models: ['m'],
				supportsStream: true,
				needsAuth: false,
				headers: {},
			},
			{
				kind: 'server',
				id: 'recovered-4',
				name: '',
				url: 'http://lost.example',
				models: [],
				supportsStream: true,
				needsAuth: false,
			},
			{ ...endpoint('c'), colour: 'red' },
		]);
	});

	it('without a kind are servers: for a long time there was nothing else', async () => {
		const { kind, ...old } = endpoint('a');
		await fakeBrowser.storage.local.set({ endpoints: [old] });
		expect(await endpoints.getValue()).toEqual([{ ...old, kind }]);
		expect(await findEndpoint('a')).toMatchObject({ kind: 'server' });
	});

	it('keep what was found out of their models, also what this version does not know', async () => {
		const quirks = { 'gpt-5': { temperature: 'none', colours: [1, 2] }, 'o1:mini': {} };
		await endpoints.setValue([endpoint('a', { quirks })]);
		await saveEndpoints([endpoint('b')]);
		expect((await findEndpoint('a'))?.quirks).toEqual(quirks);
		await fakeBrowser.storage.local.set({ endpoints: [{ ...endpoint('a'), quirks: { m: 'x', n: quirks } }] });
		expect((await findEndpoint('a'))?.quirks).toEqual({ m: {}, n: quirks });
	});

	it('of an unknown kind are offered to nobody, and outlive every write as they are', async () => {
		const next = { kind: 'telepathy', id: 'n', models: 7, reach: { far: true } };
		const stored = [next, endpoint('a'), { kind: 'no id' }];
		await fakeBrowser.storage.local.set({ endpoints: stored });
		const onDisk = async () => (await fakeBrowser.storage.local.get('endpoints')).endpoints;
		expect(await endpoints.getValue()).toEqual([endpoint('a')]);
		expect(await findEndpoint('n')).toBeUndefined();
		await saveEndpoints([endpoint('a', { name: 'A' }), endpoint('b')]);
		expect(await onDisk()).toEqual([next, endpoint('a', { name: 'A' }), { kind: 'no id' }, endpoint('b')]);
		await removeEndpoints(['a', 'n']);
		expect(await onDisk()).toEqual([next, { kind: 'no id' }, endpoint('b')]);
		await endpoints.setValue([endpoint('c')]);
		expect(await onDisk()).toEqual([endpoint('c'), next, { kind: 'no id' }]);
	});

	it('are watched without those of an unknown kind', async () => {
		const seen: string[][] = [];
		const unwatch = endpoints.watch((now) => seen.push(now.map(({ id }) => id)));
		await fakeBrowser.storage.local.set({ endpoints: [{ kind: 'telepathy', id: 'n' }, endpoint('a')] });
		unwatch();
		expect(seen).toEqual([['a']]);
	});

	it('are none where something else is stored', async () => {
		await fakeBrowser.storage.local.set({ endpoints: { a: 1 } });
		expect(await endpoints.getValue()).toEqual([]);
	});
});
