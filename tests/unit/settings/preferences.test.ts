import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_PREFERENCES } from '../../../utils/settings/preference-values.ts';
import { preferences, savePreferences } from '../../../utils/settings/preferences.ts';

describe('preferences', () => {
	beforeEach(() => fakeBrowser.reset());

	it('change field by field', async () => {
		await savePreferences({ temperature: 0 });
		await savePreferences({ systemPrompt: 'Be brief.' });
		expect(await preferences.getValue()).toEqual({
			...DEFAULT_PREFERENCES,
			temperature: 0,
			systemPrompt: 'Be brief.',
		});
	});

	it.each([
		['temperature', 'hot'],
		['temperature', 2.5],
		['stallSeconds', 0],
		['stallSeconds', null],
		['systemPrompt', {}],
		['defaultEndpointId', 5],
		['forgetKeysOnClose', 'yes'],
	])('read the default for %s when %j is stored, and keep the others', async (field, value) => {
		const stored = { ...DEFAULT_PREFERENCES, temperature: 1, stallSeconds: 60, [field]: value };
		await fakeBrowser.storage.local.set({ preferences: stored });
		expect(await preferences.getValue()).toEqual({
			...stored,
			[field]: Reflect.get(DEFAULT_PREFERENCES, field),
		});
	});
});
