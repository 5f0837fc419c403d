import { i18n } from '#i18n';
import { PARAMETER_RANGES } from '../../utils/providers/parameters.ts';
import { TextAreaField } from '../ui/text-area-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { editEndpoint } from './edit-settings.ts';
import { problemText } from './problem-text.ts';
import { useSettings } from './settings-context.ts';
import type { EndpointRow } from './settings-draft.ts';

const NUMBERS = [
	['temperature', () => i18n.t('settings.parameters.temperature'), 'any'],
	['maxTokens', () => i18n.t('settings.parameters.maxTokens'), 1],
	['topP', () => i18n.t('settings.parameters.topP'), 'any'],
	['seed', () => i18n.t('settings.parameters.seed'), 1],
	['presencePenalty', () => i18n.t('settings.parameters.presencePenalty'), 'any'],
	['frequencyPenalty', () => i18n.t('settings.parameters.frequencyPenalty'), 'any'],
] as const;

/** The parameters of a server's models. This part is closed at first, since most people need none of it. */
export function EndpointParameters({ row: { id, input, problems } }: { row: EndpointRow }) {
	const { store } = useSettings();
	const isWrong = [...NUMBERS.map(([name]) => name), 'stop', 'extra'].some((name) => name in problems);
	return (
		<details open={isWrong || undefined} className="flex flex-col">
			<summary className="cursor-pointer py-1 font-medium">{i18n.t('settings.parameters.title')}</summary>
			<p className="pb-3 text-sm text-muted">{i18n.t('settings.parameters.hint')}</p>
			<div className="flex flex-col gap-4">
				<div className="grid gap-4 sm:grid-cols-2">
					{NUMBERS.map(([name, label, step]) => (
						<TextField
							key={name}
							label={label()}
							error={problemText(problems[name])}
							type="number"
							{...PARAMETER_RANGES[name]}
							step={step}
							value={input[name] ?? ''}
							onChange={(event) => editEndpoint(store, id, { [name]: event.target.value })}
						/>
					))}
				</div>
				<TextAreaField
					label={i18n.t('settings.parameters.stop')}
					hint={i18n.t('settings.parameters.stopHint')}
					error={problemText(problems.stop)}
					rows={2}
					spellCheck={false}
					value={input.stop ?? ''}
					onChange={(event) => editEndpoint(store, id, { stop: event.target.value })}
				/>
				<TextAreaField
					label={i18n.t('settings.parameters.extra')}
					hint={i18n.t('settings.parameters.extraHint')}
					error={problemText(problems.extra)}
					rows={2}
					spellCheck={false}
					placeholder={'{ "top_k": 40 }'}
					className="font-mono"
					value={input.extra ?? ''}
					onChange={(event) => editEndpoint(store, id, { extra: event.target.value })}
				/>
			</div>
		</details>
	);
}
