import { i18n } from '#i18n';
import { STALL_SECONDS_RANGE, TEMPERATURE_RANGE } from '../../utils/settings/preferences.ts';
import { TextAreaField } from '../ui/text-area-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { DefaultModelField } from './default-model-field.tsx';
import { editPreferences } from './edit-settings.ts';
import { problemText } from './problem-text.ts';
import { CARD, Section } from './section.tsx';
import { useSettings } from './settings-context.ts';
import type { SettingsDraft } from './settings-draft.ts';

/** What new chats are sent to, and how. */
export function AnswersSection({ draft }: { draft: SettingsDraft }) {
	const { store } = useSettings();
	const { input, problems } = draft.general;
	return (
		<Section title={i18n.t('settings.answers')}>
			<div className={`${CARD} flex flex-col gap-4 p-4`}>
				<DefaultModelField draft={draft} />
				<TextAreaField
					label={i18n.t('settings.systemPrompt')}
					hint={i18n.t('settings.systemPromptHint')}
					value={input.systemPrompt}
					onChange={(event) => editPreferences(store, { systemPrompt: event.target.value })}
				/>
				<div className="grid gap-4 sm:grid-cols-2">
					<TextField
						label={i18n.t('settings.temperature')}
						hint={i18n.t('settings.temperatureHint')}
						error={problemText(problems.temperature)}
						type="number"
						{...TEMPERATURE_RANGE}
						step="any"
						value={input.temperature}
						onChange={(event) => editPreferences(store, { temperature: event.target.value })}
					/>
					<TextField
						label={i18n.t('settings.stallSeconds')}
						hint={i18n.t('settings.stallSecondsHint')}
						error={problemText(problems.stallSeconds)}
						type="number"
						{...STALL_SECONDS_RANGE}
						value={input.stallSeconds}
						onChange={(event) => editPreferences(store, { stallSeconds: event.target.value })}
					/>
				</div>
			</div>
		</Section>
	);
}
