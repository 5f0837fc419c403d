import { type Preferences, STALL_SECONDS_RANGE, TEMPERATURE_RANGE } from '../preference-values.ts';

/** The numbers in the preferences' form, as the user has typed them. */
export interface PreferencesInput {
	/** An empty text where each model keeps its own temperature. */
	temperature: string;
	stallSeconds: string;
}

export type PreferencesProblem = 'temperature-range' | 'stall-range';
export type PreferencesProblems = Partial<Record<keyof PreferencesInput, PreferencesProblem>>;
export type ParsedPreferences =
	| { ok: true; numbers: Pick<Preferences, keyof PreferencesInput> }
	| { ok: false; problems: PreferencesProblems };

/** The number that was typed; null if the text is not a number in the range. A decimal comma counts as a point. */
export function parseNumber(text: string, { min, max }: { min: number; max: number }): number | null {
	const trimmed = text.trim().replace(',', '.');
	const number = trimmed === '' ? Number.NaN : Number(trimmed);
	return number >= min && number <= max ? number : null;
}

export function parsePreferencesInput(input: PreferencesInput): ParsedPreferences {
	const isTemperatureLeft = input.temperature.trim() === '';
	const temperature = parseNumber(input.temperature, TEMPERATURE_RANGE);
	const stallSeconds = parseNumber(input.stallSeconds, STALL_SECONDS_RANGE);
	if ((temperature !== null || isTemperatureLeft) && stallSeconds !== null) {
		return { ok: true, numbers: { temperature, stallSeconds } };
	}
	const problems: PreferencesProblems = {};
	if (temperature === null && !isTemperatureLeft) problems.temperature = 'temperature-range';
	if (stallSeconds === null) problems.stallSeconds = 'stall-range';
	return { ok: false, problems };
}
