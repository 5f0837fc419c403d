const languageOf = (tag: string): string => new Intl.Locale(tag).language;

/** The language and its country, which recognition wants to know: `ru` → `ru-RU`, `sr-Latn` → `sr-RS`. */
function withCountry(tag: string): string {
	const { language, region } = new Intl.Locale(tag).maximize();
	return region === undefined ? language : `${language}-${region}`;
}

/**
 * The languages that the user may dictate in, the likeliest first: that of the interface where the user has chosen one, as
 * the browser's languages write it (British English stays British), then the browser's.
 *
 * @param chosen the language of the interface, or `browser`
 * @param own the languages of the user, as the browser tells them
 */
export function dictatedLanguages(chosen: string, own: readonly string[]): string[] {
	const isChosen = (tag: string) => languageOf(tag) === chosen;
	const first = chosen === 'browser' ? [] : [own.find(isChosen) ?? chosen];
	const all = [...first, ...own].map(withCountry);
	const found = all.filter(
		(tag, place) => all.findIndex((other) => languageOf(other) === languageOf(tag)) === place,
	);
	return found.length > 0 ? found : ['en-US'];
}
