import { i18n } from '#i18n';
import { editEndpoint } from '../draft/edit-settings.ts';
import { useSettings } from '../draft/settings-context.ts';
import type { EndpointRow } from '../draft/settings-draft.ts';
import { ParameterFields, type ParameterProblems } from '../fields/parameter-fields.tsx';

const NAMES = [
	'temperature',
	'maxTokens',
	'topP',
	'seed',
	'presencePenalty',
	'frequencyPenalty',
	'stop',
	'extra',
] as const satisfies (keyof ParameterProblems)[];

/** The parameters of a server's models. This part is closed at first, since most people need none of it. */
export function EndpointParameters({ row: { id, input, problems } }: { row: EndpointRow }) {
	const { store } = useSettings();
	const isWrong = NAMES.some((name) => name in problems);
	return (
		<details open={isWrong || undefined} className="flex flex-col">
			<summary className="cursor-pointer py-1 font-medium">{i18n.t('settings.parameters.title')}</summary>
			<p className="pb-3 text-sm text-muted">{i18n.t('settings.parameters.hint')}</p>
			<ParameterFields
				temperature={i18n.t('settings.parameters.temperature')}
				input={input}
				problems={problems as ParameterProblems}
				onChange={(change) => editEndpoint(store, id, change)}
			/>
		</details>
	);
}
