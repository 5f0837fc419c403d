import { i18n } from '#i18n';
import { CheckboxField } from '../../ui/checkbox-field.tsx';
import { editPreferences } from '../draft/edit-settings.ts';
import { useSettings } from '../draft/settings-context.ts';
import type { SettingsDraft } from '../draft/settings-draft.ts';
import { CARD, Section } from '../fields/section.tsx';

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
