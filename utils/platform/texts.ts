import { createI18n } from '@wxt-dev/i18n';
import type { GeneratedI18nStructure } from '#i18n';
import { i18n } from '#i18n';

/** A family of texts, one for each plural category of the language: `…_one`, `…_few`, `…_many`, `…_other`. */
export type PluralFamily = keyof {
	[Key in keyof GeneratedI18nStructure as Key extends `${infer Family}_other` ? Family : never]: true;
};

/**
 * Gives texts by any key: languages differ in their plural categories, and the generated types know only those of
 * English.
 */
const texts = createI18n();

/** The language of our texts. It can differ from the browser's language, into which they may not be translated. */
export const locale = i18n.t('locale');

const rules = new Intl.PluralRules(locale);
const numbers = new Intl.NumberFormat(locale);

/** The family's text for this count; `{count}` in it becomes the number as the language writes it. */
export function plural(family: PluralFamily, count: number): string {
	return texts.t(`${family}_${rules.select(count)}`, { count: numbers.format(count) });
}

/** A number as the language of the texts writes it. */
export function formatNumber(value: number): string {
	return numbers.format(value);
}

/** The user's language, named in the language of the texts: that of the texts, or of the browser where they are not translated. */
export function userLanguage(): string {
	const [asked = 'en'] = navigator.language.split('-');
	const languages = new Intl.DisplayNames(locale, { type: 'language' });
	return languages.of(locale === 'en' ? asked : locale) ?? asked;
}
