import { useState } from 'react';
import { i18n } from '#i18n';
import { CONTEXT_RANGE } from '../../../utils/settings/context-limits.ts';
import type { ParameterProblem } from '../../../utils/settings/input/parameters-input.ts';
import { parseNumber } from '../../../utils/settings/input/preferences-input.ts';
import type { ModelChoice } from '../../../utils/settings/picked-models.ts';
import { problemText } from '../../settings/fields/problem-text.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useTargets } from '../services/chat-services.ts';
import { useContextLimit } from '../services/context-limit.ts';

const NAME = 'contextTokens';

/**
 * What was typed in the field of this form: null for nothing, and undefined where there is no such field, since the
 * server tells it.
 */
export function typedContext(
	form: HTMLFormElement,
): { tokens: number | null | undefined } | { problem: ParameterProblem } {
	const text = new FormData(form).get(NAME);
	if (typeof text !== 'string') return { tokens: undefined };
	if (text.trim() === '') return { tokens: null };
	const tokens = parseNumber(text, CONTEXT_RANGE);
	if (tokens === null) return { problem: 'parameter-range' };
	return Number.isInteger(tokens) ? { tokens } : { problem: 'parameter-whole' };
}

interface ContextFieldProps {
	choice: ModelChoice;
	problem: ParameterProblem | undefined;
	onChange: () => void;
}

/** How much the chosen model reads at once; not there where its server tells that. Give it the choice as its key. */
export function ContextField({ choice, problem, onChange }: ContextFieldProps) {
	const endpoint = useTargets()?.endpoints.find(({ id }) => id === choice.endpointId);
	const limit = useContextLimit(endpoint, choice.model);
	const [text, setText] = useState<string>();
	if (limit === undefined || limit?.isTold) return null;
	return (
		<TextField
			label={i18n.t('chat.sheet.context')}
			hint={i18n.t('chat.sheet.contextHint')}
			error={problemText(problem)}
			name={NAME}
			type="number"
			{...CONTEXT_RANGE}
			step={1}
			value={text ?? limit?.tokens ?? ''}
			onChange={(event) => {
				setText(event.target.value);
				onChange();
			}}
		/>
	);
}
