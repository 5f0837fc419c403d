import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { Director, FakeRecognitionOptions } from './fake-recognition.mjs';

/** Puts the fake in the place of the browser's own recognition of speech, before anything of a page's own runs. */
export async function withFakeRecognition(
	page: Page,
	options: Omit<FakeRecognitionOptions, 'later'> = {},
): Promise<void> {
	const source = await readFile(resolve(import.meta.dirname, 'fake-recognition.mjs'), 'utf8');
	await page.addInitScript(`(() => {
${source.replace('export function', 'function')}
const { FakeSpeechRecognition, director } = createFakeRecognition(${JSON.stringify(options)});
Object.assign(window, {
	SpeechRecognition: FakeSpeechRecognition, webkitSpeechRecognition: FakeSpeechRecognition, director,
});
})();`);
}

/** What is said, as the browser hears it. */
export function speakerIn(page: Page) {
	const call = (name: 'say' | 'makeFinal' | 'end', value?: string) =>
		page.evaluate(
			([key, words]) => {
				const { director } = window as unknown as { director: Director };
				if (key === 'end') director.end(words ?? null);
				else director[key](words ?? '');
			},
			[name, value] as const,
		);
	const read = <Key extends 'log' | 'isListening'>(name: Key) =>
		page.evaluate((key) => {
			const { director } = window as unknown as { director: Director };
			return key === 'log' ? director.log : director.isListening();
		}, name);
	return {
		say: (words: string) => call('say', words),
		makeFinal: (words: string) => call('makeFinal', words),
		/** The browser ends the recognition: by itself, or with an error. */
		end: (error?: string) => call('end', error),
		log: () => read('log') as Promise<string[]>,
		isListening: () => read('isListening') as Promise<boolean>,
		/** Changes what the browser does from now on. */
		set: (changed: Partial<Pick<Director, 'available' | 'refuses' | 'installs' | 'holdsLast'>>) =>
			page.evaluate((next) => {
				Object.assign((window as unknown as { director: Director }).director, next);
			}, changed),
	};
}
