import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { connect } from '../../../components/settings/connect/connect.ts';
import type { ModelDetails } from '../../../utils/lockchat/types.ts';
import { serverAt } from '../../../utils/providers/server-endpoint.ts';
import {
	allKnownModels,
	forgetModels,
	knownModelsOf,
	rememberModels,
} from '../../../utils/settings/known-models.ts';
import {
	favouriteModels,
	recentModels,
	rememberChoice,
	setFavourite,
} from '../../../utils/settings/picked-models.ts';
import { createFakeClient } from './fake-client.ts';

const SERVER = serverAt('http://nas:1');
const DETAILS: ModelDetails = {
	id: 'm',
	contextTokens: 8_192,
	abilities: ['tools'],
	price: { input: 1, output: 2 },
};
const knownAt = async (url: string) => knownModelsOf(await allKnownModels.getValue(), serverAt(url));

beforeEach(() => fakeBrowser.reset());

describe('case 137: what a server has told of its models', () => {
	it('is kept by its address, and the next list takes its place', async () => {
		await rememberModels(SERVER, [{ id: 'old' }]);
		await rememberModels({ ...SERVER, id: 'other' }, [DETAILS]);
		expect(await knownAt('http://nas:1')).toEqual([DETAILS]);
		expect(await knownAt('http://nas:2')).toEqual([]);
	});

	it('is kept of a server that is connected, with what its list tells', async () => {
		const client = createFakeClient({});
		client.check = async (_, model) => ({ ok: true, model });
		client.listModels = async () => ({ ok: true, models: ['m'], details: [DETAILS] });
		await connect(client, { ok: true, endpoint: SERVER, apiKey: '' }, true);
		expect(await knownAt('http://nas:1')).toEqual([DETAILS]);
	});

	it('goes with the last endpoint at that address', async () => {
		await rememberModels(SERVER, [DETAILS]);
		await forgetModels(SERVER, [{ ...SERVER, id: 'other' }]);
		expect(await knownAt('http://nas:1')).toHaveLength(1);
		await forgetModels(SERVER, [serverAt('http://nas:2')]);
		expect(await knownAt('http://nas:1')).toEqual([]);
	});

	it('stays within its bounds: the oldest lists go first', async () => {
		const models = Array.from({ length: 3_000 }, (_, index) => ({ id: `m${index}` }));
		for (const url of ['http://nas:1', 'http://nas:2', 'http://nas:3'])
			await rememberModels(serverAt(url), models);
		expect(await knownAt('http://nas:3')).toHaveLength(2_000);
		expect(Object.keys(await allKnownModels.getValue())).toHaveLength(2);
		await rememberModels(serverAt('http://nas:4'), [{ id: 'x'.repeat(1_000) }, { id: 'y' }]);
		expect(await knownAt('http://nas:4')).toEqual([{ id: 'y' }]);
	});

	it.each([
		['nothing', undefined, []],
		['no record', [1], []],
		['no list', { 'http://nas:1': 7 }, []],
		['no models', { 'http://nas:1': { readAt: 'x', models: 'many' } }, []],
		[
			'broken details',
			{
				'http://nas:1': {
					models: [{ ...DETAILS, abilities: ['flying'] }, null, { id: 7 }, { ...DETAILS, id: 'n' }],
				},
			},
			[{ id: 'm' }, { ...DETAILS, id: 'n' }],
		],
	])('is repaired where the storage holds %s', async (_, stored, models) => {
		await fakeBrowser.storage.local.set({ knownModels: stored });
		expect(await knownAt('http://nas:1')).toEqual(models);
	});
});

describe('the models that a user picks', () => {
	const [one, two] = [
		{ endpointId: 'a', model: 'one' },
		{ endpointId: 'a', model: 'two' },
	];

	it('are favourites until they are none any more', async () => {
		await setFavourite(one, true);
		await setFavourite(two, true);
		await setFavourite(one, true);
		expect(await favouriteModels.getValue()).toEqual([two, one]);
		await setFavourite(two, false);
		expect(await favouriteModels.getValue()).toEqual([one]);
	});

	it('are remembered, the latest first, and five at most', async () => {
		for (const model of ['1', '2', '3', '4', '5', '6', '4']) await rememberChoice({ endpointId: 'a', model });
		expect((await recentModels.getValue()).map(({ model }) => model)).toEqual(['4', '6', '5', '3', '2']);
	});

	it('are none where the storage is broken', async () => {
		await fakeBrowser.storage.local.set({
			favouriteModels: [one, 7, null, { endpointId: 'a' }, one],
			recentModels: 'x',
		});
		expect(await favouriteModels.getValue()).toEqual([one]);
		expect(await recentModels.getValue()).toEqual([]);
	});
});
