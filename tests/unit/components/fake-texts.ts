/** The texts as the browser would serve them, from the locale files. Import it before anything that has texts. */
import { resolve } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { fakeBrowser } from 'wxt/testing/fake-browser';

export type Language = 'en' | 'ru';

/** A locale file's texts by their keys, parts joined with dots. */
export async function readLocale(language: Language): Promise<Map<string, string>> {
	const file = resolve(import.meta.dirname, `../../../locales/${language}.yml`);
	const messages = await parseMessagesFile(file);
	const own = messages.filter(({ key }) => !key.join('.').startsWith('@@'));
	return new Map(own.map((message) => [message.key.join('.'), 'message' in message ? message.message : '']));
}

async function readMessages(language: Language): Promise<Map<string, string>> {
	return new Map([...(await readLocale(language))].map(([key, text]) => [key.replaceAll('.', '_'), text]));
}

const messages = { en: await readMessages('en'), ru: await readMessages('ru') };

/** Texts read from now on are in this language. What modules have read when they were loaded stays. */
export function setLanguage(language: Language): void {
	Object.assign(fakeBrowser.i18n, {
		getMessage: (key: string) => messages[language].get(key) ?? '',
	});
}

setLanguage('en');
