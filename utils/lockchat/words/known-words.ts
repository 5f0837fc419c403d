import { loadWords } from './load-words.ts';
import type { ServerWords } from './server-words.ts';

const NOTHING = /(?!)/;
/** Without words, a complaint's status and labels decide. */
const NO_WORDS: ServerWords = {
	meanings: [],
	loading: NOTHING,
	pause: NOTHING,
	errorText: NOTHING,
	refusal: NOTHING,
	noStream: NOTHING,
	noSystem: NOTHING,
	noPrefill: NOTHING,
	reasoningField: NOTHING,
	isPassedBack: NOTHING,
	isDemanded: NOTHING,
};

let known = NO_WORDS;
let reading: Promise<void> | null = null;

/**
 * Reads what servers write when they complain, once. Whoever asks a server calls this beside the request, and awaits it
 * before the response is read: the words are a fifth of the client, and no start of the background needs them.
 *
 * It never rejects. Where the words cannot be read, this is logged, and the next request tries again.
 */
export function readWords(): Promise<void> {
	reading ??= loadWords().then(
		(words) => {
			known = words;
		},
		(error: unknown) => {
			reading = null;
			console.error('The words by which servers complain cannot be read.', error);
		},
	);
	return reading;
}

/** What servers write when they complain; patterns that match nothing until `readWords()` has read them. */
export const serverWords = (): ServerWords => known;
