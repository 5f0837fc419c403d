import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { speech } from '../../../utils/settings/speech.ts';
import { useChatServices } from '../services/chat-services.ts';
import { languagesToDictate } from './dictation.ts';

/** Each in itself, so that whoever speaks it finds it. */
const nameOf = (tag: string): string => {
	const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag.split('-')[0] ?? tag) ?? tag;
	return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
};

/** Chooses the language that is dictated, for whoever has told the browser of several. Dictation begins anew in it. */
export function LanguageChoice() {
	const { dictation, composer } = useChatServices();
	const [languages] = useState(languagesToDictate);
	const [chosen, setChosen] = useState<string | null>(null);
	useEffect(() => void speech.getValue().then(({ dictatedIn }) => setChosen(dictatedIn)), []);
	const all = chosen === null || languages.includes(chosen) ? languages : [chosen, ...languages];
	if (all.length < 2) return null;

	async function choose(language: string): Promise<void> {
		setChosen(language);
		const stored = await speech.getValue();
		await speech.setValue({ ...stored, dictatedIn: language === languages[0] ? null : language });
		// It may have been ended meanwhile.
		if (dictation.get() !== null) dictation.set({ phase: 'preparing' });
		composer.focus();
	}

	return (
		<select
			aria-label={i18n.t('dictate.language')}
			value={chosen ?? languages[0]}
			onChange={(event) => void choose(event.target.value)}
			className="h-7 max-w-full rounded-md border border-border bg-bg px-1.5 text-text"
		>
			{all.map((tag) => (
				<option key={tag} value={tag} lang={tag}>
					{nameOf(tag)}
				</option>
			))}
		</select>
	);
}
