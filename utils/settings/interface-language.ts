import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { readAppearance } from './appearance.ts';
import { spokenLanguage } from './spoken-language.ts';

const KEY = 'words';

const stored = v.object({ language: v.string(), version: v.string() });

/** Of which language the texts are that pages take in place of the browser's, and from which version of the extension. */
function storedWords(): v.InferOutput<typeof stored> | null {
	try {
		return v.parse(stored, JSON.parse(localStorage.getItem(KEY) ?? 'null'));
	} catch {
		return null;
	}
}

/**
 * Has pages and menus speak the language that is chosen, from their next start on. `public/appearance.js` reads the texts
 * before anything of a page runs, from the one storage that can be read without waiting; the background follows
 * `spokenLanguage`. Does nothing where all of that is as it should be already, as after most starts.
 *
 * @returns whether pages that are open show another language now than the next ones will
 */
export async function followLanguage(): Promise<boolean> {
	const { language } = readAppearance();
	const words = storedWords();
	if (words === null && language === 'browser') return false;
	const { version } = browser.runtime.getManifest();
	if (words?.language === language && words.version === version) return false;
	await spokenLanguage.setValue(language);
	if (language === 'browser') localStorage.removeItem(KEY);
	else {
		// The addresses are written out, as reviewers of extensions want to see which scripts are loaded. A further
		// language does not compile until its file is named here.
		const chosen: 'en' | 'ru' = language;
		const { default: texts }: { default: Record<string, string> } = await import(
			/* @vite-ignore */ chosen === 'en' ? '/words/en.js' : '/words/ru.js'
		);
		localStorage.setItem(KEY, JSON.stringify({ language, version, texts }));
	}
	return words?.language !== language;
}
