import { i18n } from '#i18n';
import { SelectField } from '../../ui/select-field.tsx';
import type { ModelChoosing } from './use-model-choice.ts';

interface ModelFieldProps {
	choosing: ModelChoosing;
	choice: ModelChoosing['current'];
	onChange: (choice: ModelChoosing['current']) => void;
}

/** The server and the model of a chat; one that is no longer there is named, too. */
export function ModelField({
	choosing: { endpoints, isLocked, isAllowed, current },
	choice,
	onChange,
}: ModelFieldProps) {
	const choices = endpoints.flatMap(({ id, models }) => models.map((model) => ({ endpointId: id, model })));
	const isThere = endpoints.some(({ id }) => id === current.endpointId);
	const all = isThere ? choices : [current, ...choices];
	const indexOf = (one: ModelChoosing['current']) =>
		all.findIndex(({ endpointId, model }) => endpointId === one.endpointId && model === one.model);
	return (
		<SelectField
			label={i18n.t('chat.sheet.model')}
			hint={isLocked ? i18n.t('chat.choose.locked') : undefined}
			value={indexOf(choice)}
			onChange={(event) => onChange(all[Number(event.target.value)] ?? current)}
		>
			{!isThere && (
				<optgroup label={i18n.t('chat.removedEndpoint')}>
					<option value={0}>{current.model}</option>
				</optgroup>
			)}
			{endpoints.map(({ id, name, models }) => (
				<optgroup key={id} label={name}>
					{models
						.map((model) => ({ endpointId: id, model }))
						.filter(isAllowed)
						.map((one) => (
							<option key={one.model} value={indexOf(one)}>
								{one.model}
							</option>
						))}
				</optgroup>
			))}
		</SelectField>
	);
}
