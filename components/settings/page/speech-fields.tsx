import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { formatNumber } from '../../../utils/platform/texts.ts';
import { type Speech, speech } from '../../../utils/settings/speech.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { useStored } from '../fields/use-stored.ts';

const RATES = [0.75, 1, 1.25, 1.5, 2];

/** The speed and the voice with which answers are read aloud; nothing where the browser cannot. */
export function SpeechFields() {
	const stored = useStored(speech);
	const voices = useVoices();
	if (!stored || voices === null) return null;
	const change = (changed: Partial<Speech>) => void speech.setValue({ ...stored, ...changed });
	return (
		<>
			<SelectField
				label={i18n.t('settings.appearance.rate')}
				value={stored.rate}
				onChange={(event) => change({ rate: Number(event.target.value) })}
			>
				{[...new Set([...RATES, stored.rate])]
					.sort((one, other) => one - other)
					.map((rate) => (
						<option key={rate} value={rate}>
							{i18n.t('settings.appearance.times', { rate: formatNumber(rate) })}
						</option>
					))}
			</SelectField>
			<SelectField
				label={i18n.t('settings.appearance.voice')}
				hint={i18n.t('settings.appearance.voiceHint')}
				value={stored.voice ?? ''}
				onChange={(event) => change({ voice: event.target.value || null })}
			>
				<option value="">{i18n.t('settings.appearance.ownVoice')}</option>
				{voices.map(({ voiceURI, name, lang }) => (
					<option key={voiceURI} value={voiceURI}>
						{i18n.t('settings.appearance.voiceOf', { name, lang })}
					</option>
				))}
			</SelectField>
		</>
	);
}

/** The voices that the browser has; it may find them only after a while. Null where it cannot speak at all. */
function useVoices(): readonly SpeechSynthesisVoice[] | null {
	const canSpeak = 'speechSynthesis' in window;
	const [voices, setVoices] = useState(() => (canSpeak ? speechSynthesis.getVoices() : null));
	useEffect(() => {
		if (!canSpeak) return;
		const read = () => setVoices(speechSynthesis.getVoices());
		speechSynthesis.addEventListener('voiceschanged', read);
		return () => speechSynthesis.removeEventListener('voiceschanged', read);
	}, [canSpeak]);
	return voices;
}
