import { i18n } from '#i18n';
import type { Endpoint } from '../../../utils/providers/endpoint.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { draftEndpoints, draftTarget } from '../draft/draft-target.ts';
import { editPreferences } from '../draft/edit-settings.ts';
import { useSettings } from '../draft/settings-context.ts';
import type { SettingsDraft } from '../draft/settings-draft.ts';

/** A choice as the value of an option: the index of an endpoint, and the index of a model in its list. */
function optionValue(endpoints: readonly Endpoint[], endpointId: string, model: string): string {
	const index = endpoints.findIndex(({ id }) => id === endpointId);
	return `${index}:${endpoints[index]?.models.indexOf(model)}`;
}

/** The field for the model, and with it the endpoint, that new chats begin with. */
export function DefaultModelField({ draft }: { draft: SettingsDraft }) {
	const { store } = useSettings();
	const endpoints = draftEndpoints(draft);
	const target = draftTarget(draft);
	const isLocked = ['defaultEndpointId', 'defaultModel'].some((name) => draft.locked.includes(name));

	function choose(value: string): void {
		const [endpointIndex, modelIndex] = value.split(':').map(Number);
		const endpoint = endpoints[endpointIndex ?? 0];
		editPreferences(store, {
			defaultEndpointId: endpoint?.id ?? null,
			defaultModel: endpoint?.models[modelIndex ?? 0] ?? null,
		});
	}

	return (
		<SelectField
			label={i18n.t('settings.defaultModel')}
			hint={isLocked ? i18n.t('settings.managed.note') : undefined}
			disabled={target === null || isLocked}
			value={target ? optionValue(endpoints, target.endpointId, target.model) : ''}
			onChange={(event) => choose(event.target.value)}
		>
			{target === null && <option value="">{i18n.t('settings.noModels')}</option>}
			{endpoints.map(({ id, name, models }) => (
				<optgroup key={id} label={name}>
					{models.map((model) => (
						<option key={model} value={optionValue(endpoints, id, model)}>
							{model}
						</option>
					))}
				</optgroup>
			))}
		</SelectField>
	);
}
