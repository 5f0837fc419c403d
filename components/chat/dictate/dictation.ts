import { dictatedLanguages } from '../../../utils/platform/dictated-language.ts';
import {
	installLanguage,
	type LocalRecognition,
	localRecognition,
} from '../../../utils/platform/local-recognition.ts';
import { askForMicrophone, isInTab, microphoneAccess } from '../../../utils/platform/microphone.ts';
import { recognitionApi } from '../../../utils/platform/recognition-api.ts';
import { readAppearance } from '../../../utils/settings/appearance.ts';
import { type Speech, speech } from '../../../utils/settings/speech.ts';
import type { DictationFailure, DictationState } from '../services/dictation.ts';
import type { Slot } from '../services/slot.ts';
import { createDictatedText } from './dictated-text.ts';
import { type Listening, listen } from './listen.ts';

export interface Dictation {
	/** Follows the state: begins, finishes and ends as it says. Returns a function that ends all. */
	follow(): () => void;
	/** Lets the browser's servers hear what is dictated, from now on, and begins. Call it in a click's handler. */
	allowServer(): void;
	/** Has the browser load the language, and begins. Call it in a click's handler. */
	download(): void;
}

/** The languages that the user may dictate in; the first of them is taken where none is chosen. */
export const languagesToDictate = (): string[] =>
	dictatedLanguages(readAppearance().language, navigator.languages);

/** What comes before listening: nothing, a question, or a refusal. */
export function firstStep(
	{ dictation }: Pick<Speech, 'dictation'>,
	local: LocalRecognition,
): 'local' | 'server' | Extract<DictationState, { phase: 'asking' | 'failed' }> {
	if (local === 'available') return 'local';
	if (dictation === 'server') return 'server';
	const canDownload = local === 'downloadable';
	const canUseServer = dictation === 'ask';
	return canDownload || canUseServer
		? { phase: 'asking', canDownload, canUseServer }
		: { phase: 'failed', code: 'nowhere' };
}

/**
 * Carries out what the state of dictation says. The state is the one owner of what goes on: whoever sets it to null has
 * ended the listening when that returns.
 */
export function createDictation(
	state: Slot<DictationState>,
	getBox: () => HTMLTextAreaElement | null,
): Dictation {
	let ending = new AbortController();
	let listening: Listening | null = null;
	let language = '';

	function end(): void {
		ending.abort();
		listening?.abort();
		listening = null;
	}

	function fail(code: DictationFailure): void {
		end();
		state.set({ phase: 'failed', code });
	}

	function begin(isLocal: boolean): void {
		const Api = recognitionApi();
		const box = getBox();
		if (!Api || !box) {
			fail('other');
			return;
		}
		const text = createDictatedText(box);
		ending.signal.addEventListener('abort', () => text.close());
		const create = () => {
			const recognition = new Api();
			recognition.lang = language;
			recognition.continuous = true;
			recognition.interimResults = true;
			if (isLocal) recognition.processLocally = true;
			return recognition;
		};
		listening = listen(create, {
			started() {
				if (state.get()?.phase !== 'finishing') state.set({ phase: 'listening', isLocal });
			},
			words(words, isFinal) {
				if (!text.put(words, isFinal)) fail('too-long');
			},
			ended(failure) {
				if (failure === null) state.set(null);
				else fail(failure);
			},
		});
	}

	/** Begins once the microphone may be used. */
	async function withMicrophone(isLocal: boolean): Promise<void> {
		const { signal } = ending;
		state.set({ phase: 'starting' });
		const [access, isAskedHere] = await Promise.all([microphoneAccess(), isInTab()]);
		if (signal.aborted) return;
		// A recognition that is begun here without the permission would be refused unasked.
		if (access === 'denied') return fail('not-allowed');
		if (access === 'prompt') {
			state.set({ phase: 'permission', isElsewhere: !isAskedHere });
			const isGiven = isAskedHere || (await askForMicrophone(signal));
			if (signal.aborted) return;
			if (!isGiven) return fail('not-allowed');
		}
		begin(isLocal);
	}

	async function prepare(): Promise<void> {
		end();
		ending = new AbortController();
		const { signal } = ending;
		// The microphone would hear an answer that is read aloud.
		if ('speechSynthesis' in window) speechSynthesis.cancel();
		const chosen = await speech.getValue();
		language = chosen.dictatedIn ?? languagesToDictate()[0] ?? '';
		const step = firstStep(chosen, await localRecognition(language));
		if (signal.aborted) return;
		if (typeof step === 'object') state.set(step);
		else await withMicrophone(step === 'local');
	}

	/** What goes wrong where nothing is expected to, is told as well. */
	function attempt(work: Promise<void>): void {
		const { signal } = ending;
		work.catch((error: unknown) => {
			console.error('Dictation could not begin.', error);
			if (!signal.aborted) fail('other');
		});
	}

	async function load(): Promise<void> {
		const { signal } = ending;
		const installing = installLanguage(language);
		state.set({ phase: 'downloading' });
		const isThere = await installing;
		if (signal.aborted) return;
		if (isThere) await withMicrophone(true);
		else fail('not-loaded');
	}

	async function allowServer(): Promise<void> {
		const { signal } = ending;
		await speech.setValue({ ...(await speech.getValue()), dictation: 'server' });
		if (!signal.aborted) await withMicrophone(false);
	}

	return {
		follow() {
			let last: DictationState | null = null;
			const look = () => {
				const now = state.get();
				if (now === last) return;
				last = now;
				if (now === null) end();
				else if (now.phase === 'preparing') attempt(prepare());
				else if (now.phase === 'finishing') listening?.finish();
			};
			const unfollow = state.subscribe(look);
			look();
			return () => {
				unfollow();
				end();
			};
		},
		allowServer: () => attempt(allowServer()),
		download: () => attempt(load()),
	};
}
