import { i18n } from '#i18n';
import { CheckboxField } from '../ui/checkbox-field.tsx';
import { editPreferences } from './edit-settings.ts';
import { CARD, Section } from './section.tsx';
import { useSettings } from './settings-context.ts';
import type { SettingsDraft } from './settings-draft.ts';

export function PrivacySection({ draft }: { draft: SettingsDraft }) {
	const { store } = useSettings();
	const isLocked = draft.locked.includes('forgetKeysOnClose');
	return (
		<Section title={i18n.t('settings.privacy')}>
			<div className={`${CARD} p-4`}>
				<CheckboxField
					label={i18n.t('settings.forgetKeys')}
					hint={i18n.t(isLocked ? 'settings.managed.note' : 'settings.forgetKeysHint')}
					disabled={isLocked}
					checked={draft.general.input.forgetKeysOnClose}
					onChange={(event) => editPreferences(store, { forgetKeysOnClose: event.target.checked })}
				/>
			</div>
		</Section>
	);
}
