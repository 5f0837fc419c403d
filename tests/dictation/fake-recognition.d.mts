import type { Recognition } from '../../utils/platform/recognition-api.ts';

export interface FakeRecognitionOptions {
	/** What the browser says of recognition on the device. */
	available?: 'available' | 'downloadable' | 'downloading' | 'unavailable';
	installs?: boolean;
	refuses?: string | null;
	/** Does what the browser does when the call is over. */
	later?: (work: () => void) => void;
}

export interface Director extends Required<Omit<FakeRecognitionOptions, 'later'>> {
	holdsLast: boolean;
	loading: Promise<void>;
	/** What was asked of the browser. */
	log: string[];
	isListening: () => boolean;
	say: (words: string) => void;
	makeFinal: (words: string) => void;
	end: (error?: string | null) => void;
}

export function createFakeRecognition(options?: FakeRecognitionOptions): {
	FakeSpeechRecognition: new () => Recognition;
	director: Director;
};
