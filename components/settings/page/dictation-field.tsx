import { i18n } from '#i18n';
import { recognitionApi } from '../../../utils/platform/recognition-api.ts';
import { DICTATION_PLACES, speech } from '../../../utils/settings/speech.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { useStored } from '../fields/use-stored.ts';

const NAMES = {
	ask: () => i18n.t('dictate.placeAsk'),
	server: () => i18n.t('dictate.placeServer'),
	device: () => i18n.t('dictate.placeDevice'),
} as const;

/** Where what is dictated may be recognized; nothing where the browser takes no dictation. */
export function DictationField() {
	const stored = useStored(speech);
	if (!stored || recognitionApi() === null) return null;
	return (
		<SelectField
			label={i18n.t('dictate.places')}
			hint={i18n.t('dictate.placesHint')}
			value={stored.dictation}
			onChange={({ target }) => {
				const dictation = DICTATION_PLACES.find((place) => place === target.value) ?? 'ask';
				void speech.setValue({ ...stored, dictation });
			}}
		>
			{DICTATION_PLACES.map((place) => (
				<option key={place} value={place}>
					{NAMES[place]()}
				</option>
			))}
		</SelectField>
	);
}
