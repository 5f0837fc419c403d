import { browser } from 'wxt/browser';

/** The language of a text, as a code such as `de`; null where the browser is not sure. */
export async function detectLanguage(text: string): Promise<string | null> {
	const { isReliable, languages } = await browser.i18n.detectLanguage(text);
	const [first] = languages;
	return isReliable && first && first.language !== 'und' ? first.language : null;
}
