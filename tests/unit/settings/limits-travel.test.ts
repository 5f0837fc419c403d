import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { serverAt } from '../../../utils/providers/server-endpoint.ts';
import { setContextLimit, typedLimits } from '../../../utils/settings/context-limits.ts';
import { saveEndpoints } from '../../../utils/settings/endpoints.ts';
import { exportSettings } from '../../../utils/settings/file/export-settings.ts';
import { importSettings } from '../../../utils/settings/file/import-settings.ts';
import { readSettingsFile } from '../../../utils/settings/file/settings-file.ts';
import { rememberModels } from '../../../utils/settings/known-models.ts';

const SERVER = { ...serverAt('http://nas:1'), id: 'a', name: 'Nas', models: ['one', 'two'] };

async function take(file: Blob): Promise<string[]> {
	const lines = await importSettings(await readSettingsFile(file));
	return lines.filter(({ deed }) => deed.startsWith('lim')).map(({ deed, name }) => `${deed} ${name}`.trim());
}

beforeEach(() => fakeBrowser.reset());

describe('case 269: how much models read at once, as it was typed', () => {
	it('travels with its server, whatever it is called there; what a server has told does not', async () => {
		await saveEndpoints([SERVER]);
		await rememberModels(SERVER, [{ id: 'told', contextTokens: 4_096 }]);
		await setContextLimit({ endpointId: 'a', model: 'one' }, 8_192);
		await setContextLimit({ endpointId: 'managed:house', model: 'big' }, 16_384);
		const file = await exportSettings(0);
		expect(await file.text()).not.toMatch(/told|managed:/);
		fakeBrowser.reset();
		await saveEndpoints([{ ...SERVER, id: 'here' }]);
		expect(await take(file)).toEqual(['limits-updated 1']);
		expect(await typedLimits()).toEqual([{ endpointId: 'here', model: 'one', tokens: 8_192 }]);
		expect(await take(file)).toEqual(['limits-same']);
	});

	it('is no part of a file where nothing is typed, and comes before what is typed here', async () => {
		await saveEndpoints([SERVER]);
		expect(await (await exportSettings(0)).text()).not.toContain('contextLimits');
		await setContextLimit({ endpointId: 'a', model: 'one' }, 8_192);
		const file = await exportSettings(0);
		await setContextLimit({ endpointId: 'a', model: 'one' }, 2_048);
		await setContextLimit({ endpointId: 'a', model: 'two' }, 1_024);
		expect(await take(file)).toEqual(['limits-updated 1']);
		expect(await typedLimits()).toEqual([
			{ endpointId: 'a', model: 'one', tokens: 8_192 },
			{ endpointId: 'a', model: 'two', tokens: 1_024 },
		]);
	});

	it('is taken of a hostile file as far as it is whole and of servers here, within its bounds', async () => {
		await saveEndpoints([SERVER]);
		const contextLimits = [
			{ endpointId: 'a', model: 'x'.repeat(10_000), tokens: 5 },
			{ endpointId: 'nowhere', model: 'm', tokens: 5 },
			{ endpointId: '__proto__', model: 'm', tokens: 5 },
			null,
			'a',
			{ endpointId: 'a', model: 'm', tokens: 1e300 },
			{ endpointId: 'a', model: 'm', tokens: '5' },
			{ endpointId: 'a', model: 'twice', tokens: 5, more: 'x' },
			{ endpointId: 'a', model: 'twice', tokens: 6 },
			...Array.from({ length: 900 }, (_, index) => ({ endpointId: 'a', model: `m${index}`, tokens: 7 })),
		];
		const content = { lockchat: 'settings', version: 1, endpoints: [], preferences: {}, contextLimits };
		expect(await take(new Blob([JSON.stringify(content)]))).toEqual(['limits-updated 499']);
		const [first, ...others] = await typedLimits();
		expect(first).toEqual({ endpointId: 'a', model: 'twice', tokens: 5 });
		expect(others).toHaveLength(498);
		expect(await take(new Blob([JSON.stringify({ ...content, contextLimits: 'many' })]))).toEqual([]);
	});
});
