import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { locale } from '../../../utils/platform/texts.ts';
import {
	type Appearance,
	readAppearance,
	saveAppearance,
	TEXT_SIZES,
	watchAppearance,
} from '../../../utils/settings/appearance.ts';
import { followLanguage } from '../../../utils/settings/interface-language.ts';
import { LANGUAGES } from '../../../utils/settings/spoken-language.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { CARD, Section } from '../fields/section.tsx';
import { DictationField } from './dictation-field.tsx';
import { SpeechFields } from './speech-fields.tsx';

const percent = new Intl.NumberFormat(locale, { style: 'percent' });

/** How the pages look, and how answers sound. What is changed here holds at once. */
export function AppearanceSection() {
	const [appearance, setAppearance] = useState(readAppearance);
	// Another window can change it, and so can an import.
	useEffect(() => watchAppearance(setAppearance), []);
	const { language } = appearance;
	const isChosenHere = useRef(false);
	// biome-ignore lint/correctness/useExhaustiveDependencies: The language is read where it is stored.
	useEffect(() => {
		// An import sees to that itself: it still has to show what came of it.
		followLanguage().then((isOther) => isOther && isChosenHere.current && location.reload(), console.error);
	}, [language]);

	function change(changed: Partial<Appearance>): void {
		saveAppearance({ ...appearance, ...changed });
	}

	return (
		<Section title={i18n.t('settings.appearance.title')} hint={i18n.t('settings.appearance.hint')}>
			<div className={`${CARD} grid gap-4 p-4 sm:grid-cols-2`}>
				<SelectField
					label={i18n.t('settings.appearance.theme')}
					value={appearance.theme}
					onChange={(event) =>
						change({ theme: THEMES.find((theme) => theme === event.target.value) ?? 'system' })
					}
				>
					{THEMES.map((theme) => (
						<option key={theme} value={theme}>
							{THEME_NAMES[theme]()}
						</option>
					))}
				</SelectField>
				<SelectField
					label={i18n.t('settings.appearance.textSize')}
					value={appearance.textSize}
					onChange={(event) => change({ textSize: Number(event.target.value) })}
				>
					{sizesWith(appearance.textSize).map((size) => (
						<option key={size} value={size}>
							{percent.format(size / 100)}
						</option>
					))}
				</SelectField>
				<SelectField
					label={i18n.t('settings.appearance.density')}
					value={appearance.density}
					onChange={(event) => change({ density: event.target.value === 'compact' ? 'compact' : 'normal' })}
				>
					<option value="normal">{i18n.t('settings.appearance.normal')}</option>
					<option value="compact">{i18n.t('settings.appearance.compact')}</option>
				</SelectField>
				<SelectField
					label={i18n.t('settings.appearance.language')}
					hint={i18n.t('settings.appearance.languageHint')}
					value={appearance.language}
					onChange={(event) => {
						isChosenHere.current = true;
						change({ language: LANGUAGES.find((one) => one === event.target.value) ?? 'browser' });
					}}
				>
					{LANGUAGES.map((language) => (
						<option key={language} value={language} lang={language === 'browser' ? undefined : language}>
							{LANGUAGE_NAMES[language]()}
						</option>
					))}
				</SelectField>
				<SpeechFields />
				<DictationField />
			</div>
		</Section>
	);
}

/** Each in itself, so that whoever can read it finds it. */
const LANGUAGE_NAMES = {
	browser: () => i18n.t('settings.appearance.ownLanguage'),
	en: () => 'English',
	ru: () => 'Русский',
} as const;

const THEMES = ['system', 'light', 'dark'] as const;
const THEME_NAMES = {
	system: () => i18n.t('settings.appearance.system'),
	light: () => i18n.t('settings.appearance.light'),
	dark: () => i18n.t('settings.appearance.dark'),
} as const;

/** Those that are offered, and the one that is chosen: a file can have brought another. */
const sizesWith = (chosen: number): number[] =>
	[...new Set([...TEXT_SIZES, chosen])].sort((one, other) => one - other);
