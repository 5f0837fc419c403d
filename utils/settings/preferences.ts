import * as v from 'valibot';
import { EFFORTS, type Effort } from '../lockchat/types.ts';
import { defineSettingsItem } from './settings-item.ts';

export interface Preferences {
	/** Null, which means the first endpoint, until the user has chosen one. */
	defaultEndpointId: string | null;
	/** Null, which means the endpoint's first model, until the user has chosen one. */
	defaultModel: string | null;
	/** Of new chats; null where each model keeps its own. */
	temperature: number | null;
	/** How much models are to reason in new chats; null where that is their own choice. */
	effort: Effort | null;
	/** The system prompt of new chats, sent before their first question; empty for none. */
	systemPrompt: string;
	/** How long an answer may show no sign of life before it counts as stalled. */
	stallSeconds: number;
	/** True if keys are kept in the session storage, which is lost when the browser closes. */
	forgetKeysOnClose: boolean;
}

export const TEMPERATURE_RANGE = { min: 0, max: 2 };
export const STALL_SECONDS_RANGE = { min: 10, max: 3600 };

export const DEFAULT_PREFERENCES: Readonly<Preferences> = {
	defaultEndpointId: null,
	defaultModel: null,
	temperature: null,
	effort: null,
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
	temperature: v.fallback(v.nullable(within(TEMPERATURE_RANGE)), DEFAULT_PREFERENCES.temperature),
	effort: v.fallback(v.nullable(v.picklist(EFFORTS)), DEFAULT_PREFERENCES.effort),
	systemPrompt: v.fallback(v.string(), DEFAULT_PREFERENCES.systemPrompt),
	stallSeconds: v.fallback(within(STALL_SECONDS_RANGE), DEFAULT_PREFERENCES.stallSeconds),
	forgetKeysOnClose: v.fallback(v.boolean(), DEFAULT_PREFERENCES.forgetKeysOnClose),
});

export const preferences = defineSettingsItem<Preferences>({
	key: 'local:preferences',
	fallback: DEFAULT_PREFERENCES,
	schema,
});

/** Changes the named preferences; the others stay as they are stored. */
export async function savePreferences(changed: Partial<Preferences>): Promise<void> {
	if (Object.keys(changed).length === 0) return;
	await preferences.setValue({ ...(await preferences.getValue()), ...changed });
}
