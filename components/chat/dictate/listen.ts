import type { Recognition } from '../../../utils/platform/recognition-api.ts';
import type { DictationFailure } from '../services/dictation.ts';

/** What is told of listening. */
export interface Heard {
	/** The microphone is on. */
	started(): void;
	/** What was heard of a phrase so far: it replaces what was told of it before. The next phrase begins behind a final one. */
	words(words: string, isFinal: boolean): void;
	/** Called once; null where the user has ended it. */
	ended(failure: DictationFailure | null): void;
}

export interface Listening {
	/** Ends it after the words that were said so far. */
	finish(): void;
	/** Ends it at once. Nothing is told any more. */
	abort(): void;
}

/** How many runs of the recognition in a row may hear nothing: each is some ten seconds of silence. */
const MOST_SILENT_RUNS = 3;

const KNOWN: readonly string[] = [
	'not-allowed',
	'service-not-allowed',
	'audio-capture',
	'no-speech',
	'network',
	'language-not-supported',
	'aborted',
] satisfies DictationFailure[];

const isKnown = (code: string): code is DictationFailure => KNOWN.includes(code);

/**
 * Listens until it is ended. Browsers end a recognition by themselves, after some silence, after a minute, or when their
 * connection breaks: then the next one begins, and what was not final by then stays as it was heard. It ends with a failure
 * where a recognition fails, or where several in a row have heard nothing.
 */
export function listen(create: () => Recognition, heard: Heard): Listening {
	let current: Recognition | null = null;
	let silentRuns = 0;
	let isFinishing = false;

	function leave(): void {
		if (!current) return;
		const left = current;
		current = null;
		Object.assign(left, { onstart: null, onresult: null, onerror: null, onend: null });
		left.abort();
	}

	function end(failure: DictationFailure | null): void {
		if (!current) return;
		leave();
		heard.ended(failure);
	}

	function run(): void {
		const recognition = create();
		current = recognition;
		let finalCount = 0;
		/** What was heard of the phrase that is not final. */
		let open = '';
		let hasHeard = false;
		let error: string | null = null;

		recognition.onstart = heard.started;
		recognition.onresult = ({ results }) => {
			const phrases = Array.from(results);
			for (const phrase of phrases.slice(finalCount)) {
				if (!phrase.isFinal) break;
				finalCount++;
				heard.words(phrase[0]?.transcript ?? '', true);
			}
			open = phrases
				.slice(finalCount)
				.map((phrase) => phrase[0]?.transcript ?? '')
				.join('');
			if (open !== '') heard.words(open, false);
			hasHeard ||= finalCount > 0 || open.trim() !== '';
		};
		recognition.onerror = (event) => {
			error = event.error;
		};
		recognition.onend = () => {
			if (open !== '') heard.words(open, true);
			// Whoever was told these words may have ended the dictation, or begun another one.
			if (current !== recognition) return;
			if (isFinishing) return end(null);
			silentRuns = hasHeard ? 0 : silentRuns + 1;
			const isPassing = error === null || error === 'no-speech' || (error === 'network' && hasHeard);
			if (error !== null && !isPassing) return end(isKnown(error) ? error : 'other');
			if (silentRuns >= MOST_SILENT_RUNS) return end('no-speech');
			run();
		};
		try {
			recognition.start();
		} catch (refused) {
			console.error('The browser did not begin to listen.', refused);
			end('other');
		}
	}

	run();
	return {
		finish() {
			isFinishing = true;
			current?.stop();
		},
		abort: leave,
	};
}
