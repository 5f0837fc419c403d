// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { connect, endpointOf } from '../../../components/settings/connect/connect.ts';
import { endpoints } from '../../../utils/settings/endpoints.ts';
import { presetOf } from '../../../utils/settings/presets.ts';
import { createFakeClient } from './fake-client.ts';
import { openFirst, resetBrowser, SERVER, STORED } from './open-settings.tsx';

beforeEach(resetBrowser);

const NAS = 'http://nas:1';

describe('that a server keeps its streams', () => {
	it.each([true, false])('is stored when it is connected: %s', async (isResumable) => {
		const preset = presetOf('llama_cpp');
		const parsed = endpointOf(preset, 'llama.cpp');
		if (!parsed.ok) throw new Error('The preset does not parse.');
		expect(parsed.endpoint).not.toHaveProperty('isResumable');
		await connect(createFakeClient({ [preset.url]: { isResumable } }), parsed, false);
		expect(await endpoints.getValue()).toMatchObject([{ url: preset.url, isResumable }]);
	});

	it('is stored at once of an endpoint that stands as it is saved', async () => {
		const { click, status } = await openFirst({ [SERVER]: { isResumable: true } });
		await click('Test connection');
		expect(await endpoints.getValue()).toEqual([{ ...STORED, isResumable: true }]);
		expect(status()).toContain('127.0.0.1:8976 works');
	});

	it('is stored with a new address when that is saved', async () => {
		const { click, type } = await openFirst({ [NAS]: { isResumable: true } });
		await type('Server URL', NAS);
		await click('Test connection');
		expect(await endpoints.getValue()).toEqual([STORED]);
		await click('Save');
		expect(await endpoints.getValue()).toMatchObject([{ url: NAS, isResumable: true }]);
	});

	it('is forgotten with its address', async () => {
		const { click, type } = await openFirst({ [SERVER]: { isResumable: true } });
		await click('Test connection');
		await type('Server URL', NAS);
		await click('Save');
		const [stored] = await endpoints.getValue();
		expect(stored).toMatchObject({ url: NAS });
		expect(stored).not.toHaveProperty('isResumable');
	});

	it('stays when another field is saved', async () => {
		const { click, type } = await openFirst({ [SERVER]: { isResumable: true } });
		await click('Test connection');
		await type('Name', 'Mine');
		await click('Save');
		expect(await endpoints.getValue()).toMatchObject([{ name: 'Mine', isResumable: true }]);
	});
});
