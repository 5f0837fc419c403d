import { recognitionApi } from '../../../utils/platform/recognition-api.ts';

/**
 * Why dictation ended by itself. Most are the browser's own codes; beyond them:
 * - `nowhere`: only this computer may recognize speech, and it cannot.
 * - `not-loaded`: the browser did not load the language.
 * - `too-long`: the message would get too long.
 * - `other`: a code that this version does not know.
 */
export type DictationFailure =
	| 'not-allowed'
	| 'service-not-allowed'
	| 'audio-capture'
	| 'no-speech'
	| 'network'
	| 'language-not-supported'
	| 'aborted'
	| 'nowhere'
	| 'not-loaded'
	| 'too-long'
	| 'other';

/** What dictation does; null while there is none. Setting null ends it at once, from wherever that is done. */
export type DictationState =
	/** It was asked for. */
	| { phase: 'preparing' }
	/** The user is asked where speech may be recognized. */
	| { phase: 'asking'; canDownload: boolean; canUseServer: boolean }
	| { phase: 'downloading' }
	/** Nothing is left for the user to do, and the browser is about to listen. */
	| { phase: 'starting' }
	/** The browser asks for the microphone: in another tab, where it cannot ask here. */
	| { phase: 'permission'; isElsewhere: boolean }
	| { phase: 'listening'; isLocal: boolean }
	/** The user has ended it, and the last words may still come. */
	| { phase: 'finishing' }
	| { phase: 'failed'; code: DictationFailure };

/** Whether this browser can take dictation. */
export const canDictate = (): boolean => recognitionApi() !== null;

/** What the button and the key make of a state: they begin, end listening, or give up. */
export function toggled(state: DictationState | null): DictationState | null {
	if (state === null || state.phase === 'failed') return { phase: 'preparing' };
	return state.phase === 'listening' ? { phase: 'finishing' } : null;
}
