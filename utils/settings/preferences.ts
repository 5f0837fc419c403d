import * as v from 'valibot';
import { type Managed, readManaged, watchManagedItem } from './managed.ts';
import { DEFAULT_PREFERENCES, type Preferences, VALUES } from './preference-values.ts';
import { defineSettingsItem, type SettingsItem } from './settings-item.ts';

const schema = v.looseObject({
	defaultEndpointId: v.fallback(VALUES.defaultEndpointId, DEFAULT_PREFERENCES.defaultEndpointId),
	defaultModel: v.fallback(VALUES.defaultModel, DEFAULT_PREFERENCES.defaultModel),
	temperature: v.fallback(VALUES.temperature, DEFAULT_PREFERENCES.temperature),
	effort: v.fallback(VALUES.effort, DEFAULT_PREFERENCES.effort),
	systemPrompt: v.fallback(VALUES.systemPrompt, DEFAULT_PREFERENCES.systemPrompt),
	stallSeconds: v.fallback(VALUES.stallSeconds, DEFAULT_PREFERENCES.stallSeconds),
	titlesByModel: v.fallback(VALUES.titlesByModel, DEFAULT_PREFERENCES.titlesByModel),
	forgetKeysOnClose: v.fallback(VALUES.forgetKeysOnClose, DEFAULT_PREFERENCES.forgetKeysOnClose),
	bar: v.fallback(VALUES.bar, DEFAULT_PREFERENCES.bar),
});

const own = defineSettingsItem<Preferences>({
	key: 'local:preferences',
	fallback: DEFAULT_PREFERENCES,
	schema,
});

const over = (managed: Managed, chosen: Preferences): Preferences => ({ ...chosen, ...managed.preferences });

/** The preferences that hold: what the user has chosen, and over that what an organization has set. */
export const preferences: Pick<SettingsItem<Preferences>, 'getValue' | 'watch'> = {
	getValue: async () => over(await readManaged(), await own.getValue()),
	watch: (onChange) => watchManagedItem(own, over, onChange),
};

/** The preferences that the user has chosen, even where an organization has set something else. */
export const ownPreferences = (): Promise<Preferences> => own.getValue();

/** Changes the named preferences. The others stay as they are stored. What an organization has set is not stored. */
export async function savePreferences(changed: Partial<Preferences>): Promise<void> {
	const managed = (await readManaged()).preferences;
	const free = Object.entries(changed).filter(([name]) => !(name in managed));
	if (free.length === 0) return;
	await own.setValue({ ...(await own.getValue()), ...Object.fromEntries(free) });
}
