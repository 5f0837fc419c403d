import * as v from 'valibot';
import { defineSettingsItem } from './settings-item.ts';

export interface Preferences {
	/** Null until the user chooses: then the first endpoint is meant. */
	defaultEndpointId: string | null;
	/** Null until the user chooses: then the endpoint's first model is meant. */
	defaultModel: string | null;
	temperature: number;
	/** Sent before every new chat's first question; empty for none. */
	systemPrompt: string;
	/** How long an answer may show no sign of life before it counts as stalled. */
	stallSeconds: number;
	/** Keys live in the browser's session storage and are gone when it closes. */
	forgetKeysOnClose: boolean;
}

export const TEMPERATURE_RANGE = { min: 0, max: 2 };
export const STALL_SECONDS_RANGE = { min: 10, max: 3600 };

export const DEFAULT_PREFERENCES: Readonly<Preferences> = {
	defaultEndpointId: null,
	defaultModel: null,
	temperature: 0.7,
	systemPrompt: '',
	stallSeconds: 120,
	forgetKeysOnClose: false,
};

function within({ min, max }: { min: number; max: number }) {
	return v.pipe(v.number(), v.minValue(min), v.maxValue(max));
}

const schema = v.looseObject({
	defaultEndpointId: v.fallback(v.nullable(v.string()), DEFAULT_PREFERENCES.defaultEndpointId),
	defaultModel: v.fallback(v.nullable(v.string()), DEFAULT_PREFERENCES.defaultModel),
	temperature: v.fallback(within(TEMPERATURE_RANGE), DEFAULT_PREFERENCES.temperature),
	systemPrompt: v.fallback(v.string(), DEFAULT_PREFERENCES.systemPrompt),
	stallSeconds: v.fallback(within(STALL_SECONDS_RANGE), DEFAULT_PREFERENCES.stallSeconds),
	forgetKeysOnClose: v.fallback(v.boolean(), DEFAULT_PREFERENCES.forgetKeysOnClose),
});

export const preferences = defineSettingsItem<Preferences>({
	key: 'local:preferences',
	fallback: DEFAULT_PREFERENCES,
	schema,
});

/** Changes what is named and leaves the rest as it is stored. */
export async function savePreferences(changed: Partial<Preferences>): Promise<void> {
	if (Object.keys(changed).length === 0) return;
	await preferences.setValue({ ...(await preferences.getValue()), ...changed });
}
