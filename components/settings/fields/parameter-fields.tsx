import { i18n } from '#i18n';
import type { Parameters } from '../../../utils/lockchat/types.ts';
import { PARAMETER_RANGES } from '../../../utils/providers/parameters.ts';
import type { ParameterProblem, ParametersInput } from '../../../utils/settings/input/parameters-input.ts';
import { TextAreaField } from '../../ui/text-area-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { problemText } from './problem-text.ts';

const NUMBERS = [
	['maxTokens', () => i18n.t('settings.parameters.maxTokens'), 1],
	['topP', () => i18n.t('settings.parameters.topP'), 'any'],
	['seed', () => i18n.t('settings.parameters.seed'), 1],
	['presencePenalty', () => i18n.t('settings.parameters.presencePenalty'), 'any'],
	['frequencyPenalty', () => i18n.t('settings.parameters.frequencyPenalty'), 'any'],
] as const;

export type ParameterProblems = Partial<Record<keyof Parameters, ParameterProblem>>;

interface ParameterFieldsProps {
	/** The label of the field for the temperature; no field where it is left out. */
	temperature?: string;
	input: Partial<ParametersInput>;
	problems: ParameterProblems;
	onChange: (change: Partial<ParametersInput>) => void;
}

/** Fields for the parameters of a server's models, or of a chat's. */
export function ParameterFields({ temperature, input, problems, onChange }: ParameterFieldsProps) {
	const numbers =
		temperature === undefined ? NUMBERS : ([['temperature', () => temperature, 'any'], ...NUMBERS] as const);
	return (
		<div className="flex flex-col gap-4">
			<div className="grid gap-4 sm:grid-cols-2">
				{numbers.map(([name, label, step]) => (
					<TextField
						key={name}
						label={label()}
						error={problemText(problems[name])}
						type="number"
						{...PARAMETER_RANGES[name]}
						step={step}
						value={input[name] ?? ''}
						onChange={(event) => onChange({ [name]: event.target.value })}
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
				onChange={(event) => onChange({ stop: event.target.value })}
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
				onChange={(event) => onChange({ extra: event.target.value })}
			/>
		</div>
	);
}
