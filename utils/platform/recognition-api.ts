/** The browser's recognition of speech, as far as it is used: https://webaudio.github.io/web-speech-api/. */
export interface Recognition {
	/** A BCP 47 tag. */
	lang: string;
	/** Whether it goes on after a first phrase. */
	continuous: boolean;
	/** Whether it tells of words before it is sure of them. */
	interimResults: boolean;
	/** Whether the sound must not leave the computer; browsers that do not know this ignore it. */
	processLocally?: boolean;
	onstart: (() => void) | null;
	onresult: ((event: { results: RecognizedPhrases }) => void) | null;
	onerror: ((event: { error: string }) => void) | null;
	onend: (() => void) | null;
	start(): void;
	/** Ends it after the results of what was said so far. */
	stop(): void;
	/** Ends it at once. */
	abort(): void;
}

/** What was heard since the start: phrases that are final, then what may still change. */
type RecognizedPhrases = ArrayLike<{ isFinal: boolean; 0?: { transcript: string } }>;

interface LocalOptions {
	langs: string[];
	processLocally: true;
}

interface RecognitionApi {
	new (): Recognition;
	/** These two came with the recognition on the device, in Chrome 139. */
	available?: (options: LocalOptions) => Promise<string>;
	install?: (options: LocalOptions) => Promise<boolean>;
}

/** Null where the browser has no such thing, as Firefox. Chromium has the older name only. */
export function recognitionApi(): RecognitionApi | null {
	const names = ['SpeechRecognition', 'webkitSpeechRecognition'];
	const found: unknown = names.map((name) => Reflect.get(window, name)).find((api) => api !== undefined);
	return typeof found === 'function' ? (found as unknown as RecognitionApi) : null;
}
