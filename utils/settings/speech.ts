import * as v from 'valibot';
import { defineSettingsItem } from './settings-item.ts';

/** How answers are read aloud. */
export interface Speech {
	/** 1 is the voice's own speed. */
	rate: number;
	/** The address by which the browser knows a voice; null for the one that suits the language. */
	voice: string | null;
}

const SPEECH_RATES = { min: 0.5, max: 2.5 };

const DEFAULT: Speech = { rate: 1, voice: null };

export const speech = defineSettingsItem<Speech>({
	key: 'local:speech',
	fallback: DEFAULT,
	schema: v.object({
		rate: v.fallback(
			v.pipe(v.number(), v.minValue(SPEECH_RATES.min), v.maxValue(SPEECH_RATES.max)),
			DEFAULT.rate,
		),
		voice: v.fallback(v.nullable(v.pipe(v.string(), v.maxLength(500))), DEFAULT.voice),
	}),
});
