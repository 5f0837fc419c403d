import { i18n } from '#i18n';
import { presetAt } from '../../../utils/settings/preset-search.ts';
import { PRESETS } from '../../../utils/settings/presets.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField } from '../../ui/checkbox-field.tsx';
import { TextAreaField } from '../../ui/text-area-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useDoctor } from '../doctor/use-doctor.tsx';
import { applyPreset, deleteEndpoint, editEndpoint } from '../draft/edit-settings.ts';
import { useSettings } from '../draft/settings-context.ts';
import type { EndpointRow } from '../draft/settings-draft.ts';
import { ApiKeyField } from '../fields/api-key-field.tsx';
import { problemText } from '../fields/problem-text.ts';
import { KeyNote } from '../keys/key-note.tsx';
import { PresetNote } from '../presets/preset-note.tsx';
import { PresetPicker } from '../presets/preset-picker.tsx';
import { presetName } from '../presets/preset-text.ts';
import { fetchModels, testEndpoint } from './check-endpoint.ts';
import { EndpointFixes } from './endpoint-fixes.tsx';
import { EndpointParameters } from './endpoint-parameters.tsx';
import { EndpointQuirks } from './endpoint-quirks.tsx';
import { HeaderFields } from './header-fields.tsx';
import { ListedModels, useListedModels } from './listed-models.tsx';
import { ServerWarning } from './server-warning.tsx';

/** The editor of the open endpoint: its fields, and buttons to test and delete it. */
export function EndpointEditor({ row }: { row: EndpointRow }) {
	const { store, client } = useSettings();
	const { id, input, saved, problems } = row;
	const doctor = useDoctor(id);
	const preset = presetAt(input.url, input.name, presetName);
	const listed = useListedModels(input.url);
	const isKeyMissing = input.isKeyForgotten === true && input.apiKey === '';
	return (
		<div className="flex flex-col gap-4 border-t border-border p-4">
			{row.stored === null && (
				<PresetPicker
					legend={i18n.t('settings.startFrom')}
					presets={PRESETS}
					picked={preset}
					onPick={(picked) => applyPreset(store, id, { ...picked, name: presetName(picked) })}
				/>
			)}
			{preset && preset.place !== 'public' && <PresetNote preset={preset} />}
			<div className="grid gap-4 sm:grid-cols-2">
				<TextField
					label={i18n.t('settings.name')}
					value={input.name}
					autoComplete="off"
					onChange={(event) => editEndpoint(store, id, { name: event.target.value })}
				/>
				<TextField
					label={i18n.t('settings.url')}
					name="url"
					error={problemText(problems.url)}
					value={input.url}
					inputMode="url"
					autoComplete="off"
					autoCapitalize="off"
					spellCheck={false}
					placeholder="http://127.0.0.1:8976"
					onChange={(event) => editEndpoint(store, id, { url: event.target.value })}
				/>
			</div>
			<ServerWarning url={input.url} />
			<ApiKeyField
				name="apiKey"
				value={input.apiKey}
				hint={i18n.t(isKeyMissing ? 'settings.keyForgottenHint' : 'settings.apiKeyHint')}
				error={problemText(problems.apiKey)}
				onChange={(apiKey) => editEndpoint(store, id, { apiKey })}
			/>
			{saved.apiKey !== input.apiKey || saved.url !== input.url ? (
				<KeyNote
					apiKey={input.apiKey}
					url={input.url}
					isMeant={input.isKeyMeant === true}
					onMeant={(isKeyMeant) => editEndpoint(store, id, { isKeyMeant })}
				/>
			) : null}
			{saved.isKeyForgotten && input.apiKey === '' && (
				<CheckboxField
					label={i18n.t('settings.needsKey')}
					hint={i18n.t('settings.needsKeyHint')}
					checked={isKeyMissing}
					onChange={(event) => editEndpoint(store, id, { isKeyForgotten: event.target.checked })}
				/>
			)}
			<HeaderFields row={row} />
			{listed.length > 0 && (
				<ListedModels
					listed={listed}
					models={input.models}
					onChange={(models) => editEndpoint(store, id, { models })}
				/>
			)}
			<TextAreaField
				label={i18n.t('settings.models')}
				name="models"
				hint={i18n.t(listed.length > 0 ? 'settings.listed.hint' : 'settings.modelsHint')}
				error={problemText(problems.models)}
				className={listed.length > 0 ? 'max-h-28!' : ''}
				value={input.models}
				autoCapitalize="off"
				spellCheck={false}
				placeholder="gpt-4, gpt-3.5-turbo"
				onChange={(event) => editEndpoint(store, id, { models: event.target.value })}
			/>
			<EndpointParameters row={row} />
			{row.stored && <EndpointQuirks stored={row.stored} />}
			<div className="flex flex-wrap gap-2">
				<Button onClick={() => void testEndpoint(store, client, id)}>
					{i18n.t('settings.testConnection')}
				</Button>
				<Button onClick={doctor.start}>{i18n.t('settings.doctor.diagnose')}</Button>
				<Button onClick={() => void fetchModels(store, client, id)}>{i18n.t('settings.fetchModels')}</Button>
				<Button look="danger" className="sm:ms-auto" onClick={() => deleteEndpoint(store, id)}>
					{i18n.t('settings.delete')}
				</Button>
			</div>
			<EndpointFixes id={id} />
			{doctor.panel}
		</div>
	);
}
