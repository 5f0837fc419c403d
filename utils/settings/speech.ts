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

export const DEFAULT_SPEECH: Readonly<Speech> = { rate: 1, voice: null };
export const SPEECH_VALUES = {
	rate: v.pipe(v.number(), v.minValue(SPEECH_RATES.min), v.maxValue(SPEECH_RATES.max)),
	voice: v.nullable(v.pipe(v.string(), v.maxLength(500))),
};

export const speech = defineSettingsItem<Speech>({
	key: 'local:speech',
	fallback: DEFAULT_SPEECH,
	schema: v.object({
		rate: v.fallback(SPEECH_VALUES.rate, DEFAULT_SPEECH.rate),
		voice: v.fallback(SPEECH_VALUES.voice, DEFAULT_SPEECH.voice),
	}),
});
