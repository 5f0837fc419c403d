import { i18n } from '#i18n';
import { whereTo } from '../../../utils/providers/endpoint.ts';
import { serverAt } from '../../../utils/providers/server-endpoint.ts';
import { cleanKey } from '../../../utils/settings/input/clean-key.ts';
import { foreignOwner } from '../../../utils/settings/input/key-owner.ts';
import { CheckboxField } from '../../ui/checkbox-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { presetName } from '../presets/preset-text.ts';

interface KeyNoteProps {
	/** As typed. */
	apiKey: string;
	/** The server's address, as typed. */
	url: string;
	/** Whether the user has said that a key of another company is meant for this server. */
	isMeant: boolean;
	onMeant: (isMeant: boolean) => void;
}

/** Says before anything is sent who gets a typed key; of a key that plainly is another company's, that it goes nowhere. */
export function KeyNote({ apiKey, url, isMeant, onMeant }: KeyNoteProps) {
	const host = whereTo(serverAt(url))?.host;
	if (host === undefined || cleanKey(apiKey) === '') return <p aria-live="polite" className="hidden" />;
	const owner = foreignOwner(apiKey, url);
	if (!owner) {
		return (
			<p aria-live="polite" className="text-sm">
				{i18n.t('settings.keySentTo', { host })}
			</p>
		);
	}
	return (
		<Notice look="warning" role="alert">
			<p className="mb-1.5">{i18n.t('settings.keyForeign', { host, owner: presetName(owner) })}</p>
			<CheckboxField
				label={i18n.t('settings.keyMeant', { host })}
				checked={isMeant}
				onChange={(event) => onMeant(event.target.checked)}
			/>
		</Notice>
	);
}
