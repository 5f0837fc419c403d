import * as v from 'valibot';
import { EFFORTS, type Effort } from '../lockchat/types.ts';
import { BAR_VALUE, type BarSetting, NO_BAR } from './bar.ts';

export interface Preferences {
	/** Null until the user has chosen one; the first endpoint is asked then. */
	defaultEndpointId: string | null;
	/** Null until the user has chosen one; the endpoint's first model is asked then. */
	defaultModel: string | null;
	/** The temperature of new chats; null where each model keeps its own. */
	temperature: number | null;
	/** How much models are to reason in new chats; null where that is their own choice. */
	effort: Effort | null;
	/** The system prompt of new chats, sent before their first question; empty for none. */
	systemPrompt: string;
	/** How long an answer may show no sign of life before it counts as stalled. */
	stallSeconds: number;
	/** True if the model names each chat after its first answer, with a request of its own. */
	titlesByModel: boolean;
	/** True if keys are kept in the session storage, which is lost when the browser closes. */
	forgetKeysOnClose: boolean;
	/** Where a bar is shown beside a selection, as far as the user has given access to those pages. */
	bar: BarSetting;
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
	titlesByModel: false,
	forgetKeysOnClose: false,
	bar: NO_BAR,
};

function within({ min, max }: { min: number; max: number }) {
	return v.pipe(v.number(), v.minValue(min), v.maxValue(max));
}

export const VALUES = {
	defaultEndpointId: v.nullable(v.string()),
	defaultModel: v.nullable(v.string()),
	temperature: v.nullable(within(TEMPERATURE_RANGE)),
	effort: v.nullable(v.picklist(EFFORTS)),
	systemPrompt: v.string(),
	stallSeconds: within(STALL_SECONDS_RANGE),
	titlesByModel: v.boolean(),
	forgetKeysOnClose: v.boolean(),
	bar: BAR_VALUE,
};

const isName = (name: string): name is keyof Preferences => Object.hasOwn(VALUES, name);

/** Whether there is a preference of this name that may have this value. */
export function isPreference(name: string, value: unknown): boolean {
	return isName(name) && v.is(VALUES[name], value);
}
