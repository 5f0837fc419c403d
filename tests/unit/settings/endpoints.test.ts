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

	it('are none where something else is stored', async () => {
		await fakeBrowser.storage.local.set({ endpoints: { a: 1 } });
		expect(await endpoints.getValue()).toEqual([]);
	});
});
