import { i18n } from '#i18n';
import { STALL_SECONDS_RANGE, TEMPERATURE_RANGE } from '../../../utils/settings/preference-values.ts';
import { CheckboxField } from '../../ui/checkbox-field.tsx';
import { TextAreaField } from '../../ui/text-area-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { editPreferences } from '../draft/edit-settings.ts';
import { useSettings } from '../draft/settings-context.ts';
import type { GeneralInput, SettingsDraft } from '../draft/settings-draft.ts';
import { problemText } from '../fields/problem-text.ts';
import { CARD, Section } from '../fields/section.tsx';
import { DefaultModelField } from './default-model-field.tsx';

/** The settings for new chats: what they are sent to, and how. */
export function AnswersSection({ draft }: { draft: SettingsDraft }) {
	const { store } = useSettings();
	const { input, problems } = draft.general;
	const isLocked = (name: keyof GeneralInput) => draft.locked.includes(name);
	const hintOf = (name: keyof GeneralInput, hint: string) =>
		isLocked(name) ? i18n.t('settings.managed.note') : hint;
	return (
		<Section title={i18n.t('settings.answers')}>
			<div className={`${CARD} flex flex-col gap-4 p-4`}>
				<DefaultModelField draft={draft} />
				<TextAreaField
					label={i18n.t('settings.systemPrompt')}
					hint={hintOf('systemPrompt', i18n.t('settings.systemPromptHint'))}
					disabled={isLocked('systemPrompt')}
					value={input.systemPrompt}
					onChange={(event) => editPreferences(store, { systemPrompt: event.target.value })}
				/>
				<div className="grid gap-4 sm:grid-cols-2">
					<TextField
						label={i18n.t('settings.temperature')}
						hint={hintOf('temperature', i18n.t('settings.temperatureHint'))}
						disabled={isLocked('temperature')}
						error={problemText(problems.temperature)}
						type="number"
						{...TEMPERATURE_RANGE}
						step="any"
						value={input.temperature}
						onChange={(event) => editPreferences(store, { temperature: event.target.value })}
					/>
					<TextField
						label={i18n.t('settings.stallSeconds')}
						hint={hintOf('stallSeconds', i18n.t('settings.stallSecondsHint'))}
						disabled={isLocked('stallSeconds')}
						error={problemText(problems.stallSeconds)}
						type="number"
						{...STALL_SECONDS_RANGE}
						value={input.stallSeconds}
						onChange={(event) => editPreferences(store, { stallSeconds: event.target.value })}
					/>
				</div>
				<CheckboxField
					label={i18n.t('settings.titlesByModel')}
					hint={hintOf('titlesByModel', i18n.t('settings.titlesByModelHint'))}
					disabled={isLocked('titlesByModel')}
					checked={input.titlesByModel}
					onChange={(event) => editPreferences(store, { titlesByModel: event.target.checked })}
				/>
			</div>
		</Section>
	);
}
