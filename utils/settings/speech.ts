import * as v from 'valibot';
import { defineSettingsItem } from './settings-item.ts';

/** How answers are read aloud, and how what is dictated becomes words. */
export interface Speech {
	/** 1 is the voice's own speed. */
	rate: number;
	/** The address by which the browser knows a voice; null for the one that suits the language. */
	voice: string | null;
	/**
	 * Where speech may be recognized. It is on this computer wherever the browser can do that; where it cannot, its maker's
	 * servers hear it: `ask` asks before that, `server` does not, and `device` never lets it happen.
	 */
	dictation: (typeof DICTATION_PLACES)[number];
	/** The language that is dictated, as a BCP 47 tag; null for that of the interface or the browser. */
	dictatedIn: string | null;
}

export const DICTATION_PLACES = ['ask', 'server', 'device'] as const;

const SPEECH_RATES = { min: 0.5, max: 2.5 };

export const DEFAULT_SPEECH: Readonly<Speech> = {
	rate: 1,
	voice: null,
	dictation: 'ask',
	dictatedIn: null,
};
export const SPEECH_VALUES = {
	rate: v.pipe(v.number(), v.minValue(SPEECH_RATES.min), v.maxValue(SPEECH_RATES.max)),
	voice: v.nullable(v.pipe(v.string(), v.maxLength(500))),
	dictation: v.picklist(DICTATION_PLACES),
	dictatedIn: v.nullable(v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[A-Z]{2}|-\d{3})?$/))),
};

export const speech = defineSettingsItem<Speech>({
	key: 'local:speech',
	fallback: DEFAULT_SPEECH,
	schema: v.object({
		rate: v.fallback(SPEECH_VALUES.rate, DEFAULT_SPEECH.rate),
		voice: v.fallback(SPEECH_VALUES.voice, DEFAULT_SPEECH.voice),
		dictation: v.fallback(SPEECH_VALUES.dictation, DEFAULT_SPEECH.dictation),
		dictatedIn: v.fallback(SPEECH_VALUES.dictatedIn, DEFAULT_SPEECH.dictatedIn),
	}),
});
