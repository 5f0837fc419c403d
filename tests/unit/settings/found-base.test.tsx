// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { connect, endpointOf } from '../../../components/settings/connect/connect.ts';
import { endpoints } from '../../../utils/settings/endpoints.ts';
import { presetOf } from '../../../utils/settings/presets.ts';
import { createFakeClient } from './fake-client.ts';
import { openFirst, resetBrowser, SERVER, STORED } from './open-settings.tsx';

beforeEach(resetBrowser);

const GATEWAY = 'https://gateway.example/v1/ACC/GW/compat';

describe('case 85: where a check has found that a server answers', () => {
	it('is stored when the server is connected', async () => {
		const preset = presetOf('local');
		const parsed = endpointOf(preset, 'Local');
		if (!parsed.ok) throw new Error('The preset does not parse.');
		await connect(createFakeClient({ [preset.url]: { base: preset.url } }), parsed, false);
		expect(await endpoints.getValue()).toMatchObject([{ url: preset.url, base: preset.url }]);
	});

	it('is stored at once with an endpoint that stands as it is saved, and stays when another field is', async () => {
		const { click, type } = await openFirst({ [SERVER]: { base: SERVER } });
		await click('Test connection');
		expect(await endpoints.getValue()).toEqual([{ ...STORED, base: SERVER }]);
		await type('Name', 'Mine');
		await click('Save');
		expect(await endpoints.getValue()).toMatchObject([{ name: 'Mine', base: SERVER }]);
	});

	it('is stored with a new address when that is saved, and forgotten with it', async () => {
		const base = `${GATEWAY}/v1`;
		const { click, type } = await openFirst({ [GATEWAY]: { base } });
		await type('Server URL', GATEWAY);
		await click('Test connection');
		expect(await endpoints.getValue()).toEqual([STORED]);
		await click('Save');
		expect(await endpoints.getValue()).toMatchObject([{ url: GATEWAY, base }]);
		await type('Server URL', SERVER);
		await click('Save');
		const [stored] = await endpoints.getValue();
		expect(stored).toMatchObject({ url: SERVER });
		expect(stored).not.toHaveProperty('base');
	});
});
