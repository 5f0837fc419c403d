import type { FailureCode } from '../failure.ts';
import { ERROR_TEXT, LOADING, MEANINGS, PAUSE } from './complaints.ts';
import {
	IS_DEMANDED,
	IS_PASSED_BACK,
	NO_PREFILL,
	NO_STREAM,
	NO_SYSTEM,
	REASONING_FIELD,
	REFUSAL,
} from './refusals.ts';

/** What servers write when they complain, as patterns that are matched against a complaint. */
export interface ServerWords {
	/** What a complaint means; the first match counts. */
	meanings: readonly (readonly [FailureCode, RegExp])[];
	loading: RegExp;
	/** How long a server asks to wait. */
	pause: RegExp;
	errorText: RegExp;
	refusal: RegExp;
	noStream: RegExp;
	noSystem: RegExp;
	noPrefill: RegExp;
	reasoningField: RegExp;
	isPassedBack: RegExp;
	isDemanded: RegExp;
}

export const SERVER_WORDS: ServerWords = {
	meanings: MEANINGS,
	loading: LOADING,
	pause: PAUSE,
	errorText: ERROR_TEXT,
	refusal: REFUSAL,
	noStream: NO_STREAM,
	noSystem: NO_SYSTEM,
	noPrefill: NO_PREFILL,
	reasoningField: REASONING_FIELD,
	isPassedBack: IS_PASSED_BACK,
	isDemanded: IS_DEMANDED,
};
