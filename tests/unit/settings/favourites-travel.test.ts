import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { serverAt } from '../../../utils/providers/server-endpoint.ts';
import { endpoints, saveEndpoints } from '../../../utils/settings/endpoints.ts';
import { exportSettings } from '../../../utils/settings/file/export-settings.ts';
import { importSettings } from '../../../utils/settings/file/import-settings.ts';
import { readSettingsFile } from '../../../utils/settings/file/settings-file.ts';
import { rememberModels } from '../../../utils/settings/known-models.ts';
import { favouriteModels, setFavourite } from '../../../utils/settings/picked-models.ts';

const SERVER = { ...serverAt('http://nas:1'), id: 'a', name: 'Nas', models: ['one', 'two'] };

async function take(file: Blob): Promise<string[]> {
	const lines = await importSettings(await readSettingsFile(file));
	return lines.filter(({ deed }) => deed.startsWith('fav')).map(({ deed, name }) => `${deed} ${name}`.trim());
}

beforeEach(() => fakeBrowser.reset());

describe('case 130: favourites', () => {
	it('travel with their server, whatever it is called there, and what a server has told does not', async () => {
		await saveEndpoints([SERVER]);
		await rememberModels(SERVER, [{ id: 'told' }]);
		await setFavourite({ endpointId: 'a', model: 'two' }, true);
		await setFavourite({ endpointId: 'managed:house', model: 'big' }, true);
		const file = await exportSettings(0);
		expect(await file.text()).not.toMatch(/told|managed:/);
		fakeBrowser.reset();
		await saveEndpoints([{ ...SERVER, id: 'here' }]);
		expect(await take(file)).toEqual(['favourites-added 1']);
		expect(await favouriteModels.getValue()).toEqual([{ endpointId: 'here', model: 'two' }]);
		expect(await take(file)).toEqual(['favourites-same']);
		expect(await endpoints.getValue()).toHaveLength(1);
	});

	it('case 131: of a hostile file are those of servers here, within their bounds', async () => {
		await saveEndpoints([SERVER]);
		const favourites = [
			{ endpointId: 'a', model: 'x'.repeat(10_000) },
			{ endpointId: 'nowhere', model: 'm' },
			{ endpointId: '__proto__', model: 'm' },
			null,
			'a',
			{ endpointId: 'a', model: 7 },
			...Array.from({ length: 500 }, (_, index) => ({ endpointId: 'a', model: `m${index}` })),
		];
		const content = { lockchat: 'settings', version: 1, endpoints: [], preferences: {}, favourites };
		expect(await take(new Blob([JSON.stringify(content)]))).toEqual(['favourites-added 200']);
		expect(await take(new Blob([JSON.stringify({ ...content, favourites: 'many' })]))).toEqual([]);
	});
});
