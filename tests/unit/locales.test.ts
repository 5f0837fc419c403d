import { describe, expect, it } from 'vitest';
import { type Language, readLocale } from './components/fake-texts.ts';

const PLURAL = /_(zero|one|two|few|many|other)$/;
const LANGUAGES: Language[] = ['en', 'ru'];

const en = await readLocale('en');
const ru = await readLocale('ru');
const localeOf = { en, ru };

/** The families of plurals: what stands before `_other`. */
function families(texts: ReadonlyMap<string, string>): string[] {
	return [...texts.keys()].filter((key) => key.endsWith('_other')).map((key) => key.replace(/_other$/, ''));
}

function singles(texts: ReadonlyMap<string, string>): string[] {
	const plurals = families(texts);
	const isPlural = (key: string) => plurals.includes(key.replace(PLURAL, ''));
	return [...texts.keys()].filter((key) => !isPlural(key)).sort();
}

function placeholders(text: string | undefined): string[] {
	return [...(text ?? '').matchAll(/\{\w+\}|\$\d/g)].map(([name]) => name).sort();
}

describe('the locale files', () => {
	it('have the same texts in both languages', () => {
		expect(singles(ru)).toEqual(singles(en));
		expect(families(ru).sort()).toEqual(families(en).sort());
	});

	it.each(singles(en))('say %s with the same placeholders', (key) => {
		expect(placeholders(ru.get(key))).toEqual(placeholders(en.get(key)));
	});

	it.each(LANGUAGES)('have every plural that %s has, and no other', (language) => {
		const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
		const texts = localeOf[language];
		for (const family of families(texts)) {
			const written = [...texts.keys()].filter((key) => key.replace(PLURAL, '') === family);
			expect(written.sort()).toEqual(categories.map((category) => `${family}_${category}`).sort());
			for (const key of written) expect(placeholders(texts.get(key))).toContain('{count}');
		}
	});

	it.each(LANGUAGES)('leave no text of %s empty', (language) => {
		expect([...localeOf[language]].filter(([, text]) => text.trim() === '')).toEqual([]);
	});
});
