import { i18n } from '#i18n';
import type { Endpoint } from '../../../utils/providers/endpoint.ts';
import { SelectField } from '../../ui/select-field.tsx';

interface ActionModel {
	endpointId: string;
	model: string;
}

interface ActionModelFieldProps {
	endpoints: readonly Endpoint[];
	chosen: ActionModel | null;
	onChange: (chosen: ActionModel | null) => void;
}

/** The value of an option. It is not taken apart again. */
const keyOf = ({ endpointId, model }: ActionModel): string => `${endpointId} ${model}`;

/** What answers an action: that of any new chat, or a model of its own. */
export function ActionModelField({ endpoints, chosen, onChange }: ActionModelFieldProps) {
	const groups = endpoints.map(({ id, name, models }) => ({
		id,
		name,
		models: chosen?.endpointId === id ? [...new Set([chosen.model, ...models])] : models,
	}));
	const choices = groups.flatMap(({ id, models }) => models.map((model) => ({ endpointId: id, model })));
	return (
		<SelectField
			label={i18n.t('actions.model')}
			hint={i18n.t('actions.modelHint')}
			value={chosen && choices.some((one) => keyOf(one) === keyOf(chosen)) ? keyOf(chosen) : ''}
			onChange={(event) => onChange(choices.find((one) => keyOf(one) === event.target.value) ?? null)}
		>
			<option value="">{i18n.t('actions.anyModel')}</option>
			{groups.map(({ id, name, models }) => (
				<optgroup key={id} label={name}>
					{models.map((model) => (
						<option key={model} value={keyOf({ endpointId: id, model })}>
							{model}
						</option>
					))}
				</optgroup>
			))}
		</SelectField>
	);
}
