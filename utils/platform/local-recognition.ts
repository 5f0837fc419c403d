import { recognitionApi } from './recognition-api.ts';

/** Whether speech can be recognized on this computer: now, once the browser has loaded the language, or not at all. */
export type LocalRecognition = 'available' | 'downloadable' | 'unavailable';

const optionsFor = (language: string) => ({ langs: [language], processLocally: true as const });

/** Never rejects: where the browser refuses to tell, as by a policy, there is none. */
export async function localRecognition(language: string): Promise<LocalRecognition> {
	try {
		const told = await recognitionApi()?.available?.(optionsFor(language));
		if (told === 'available') return 'available';
		return told === 'downloadable' || told === 'downloading' ? 'downloadable' : 'unavailable';
	} catch (error) {
		console.warn('The browser does not tell whether it recognizes speech on this computer.', error);
		return 'unavailable';
	}
}

/**
 * Has the browser load what recognizes a language on this computer; it tells nothing of how far that is. Resolves to
 * whether it is there.
 *
 * Call it first in a click's handler: browsers may demand a user's gesture.
 */
export async function installLanguage(language: string): Promise<boolean> {
	try {
		return (await recognitionApi()?.install?.(optionsFor(language))) === true;
	} catch (error) {
		console.warn('The browser did not load the language.', error);
		return false;
	}
}
