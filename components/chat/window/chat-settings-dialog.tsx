import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { ChatParameters, Target } from '../../../utils/chat/target.ts';
import { EFFORTS, type Effort } from '../../../utils/lockchat/types.ts';
import { setContextLimit } from '../../../utils/settings/context-limits.ts';
import {
	type ParameterProblem,
	type ParametersInput,
	parametersInput,
	parseParameters,
} from '../../../utils/settings/input/parameters-input.ts';
import { readManaged } from '../../../utils/settings/managed.ts';
import { useStoredActions } from '../../actions/use-actions.ts';
import { ParameterFields, type ParameterProblems } from '../../settings/fields/parameter-fields.tsx';
import { problemText } from '../../settings/fields/problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextAreaField } from '../../ui/text-area-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useChatServices, useChatState, useTarget } from '../services/chat-services.ts';
import { ContextField, typedContext } from './context-field.tsx';
import { EFFORT_NAMES } from './effort-names.ts';
import { ModelField } from './model-field.tsx';
import { type ModelChoosing, useModelChoice } from './use-model-choice.ts';

interface ChatSettingsDialogProps {
	onClose: () => void;
	getFinalFocus: () => HTMLElement | null;
}

/** How this chat is answered: whom it asks, and with what. What is left empty is as the settings have it. */
export function ChatSettingsDialog(props: ChatSettingsDialogProps) {
	const choosing = useModelChoice();
	const target = useTarget();
	return choosing && target && <ChatSettingsForm choosing={choosing} target={target} {...props} />;
}

interface ChatSettingsFormProps extends ChatSettingsDialogProps {
	choosing: ModelChoosing;
	target: Target;
}

function ChatSettingsForm({ choosing, target, onClose, getFinalFocus }: ChatSettingsFormProps) {
	const { session, targets } = useChatServices();
	const isNew = useChatState((state) => state.chat === null);
	const locked = useLockedNames(isNew);
	const actions = useStoredActions()?.own;
	const form = useRef<HTMLFormElement>(null);
	const formId = useId();
	const [choice, setChoice] = useState(choosing.current);
	const [systemPrompt, setSystemPrompt] = useState(target.systemPrompt ?? '');
	const [effort, setEffort] = useState<Effort | ''>(target.effort ?? '');
	const [input, setInput] = useState<Partial<ParametersInput>>(() => inputOf(target));
	const [problems, setProblems] = useState<ParameterProblems>({});
	const [contextProblem, setContextProblem] = useState<ParameterProblem>();

	function edit(change: Partial<ParametersInput>): void {
		setInput({ ...input, ...change });
		setProblems(
			Object.fromEntries(Object.entries(problems).filter(([name]) => !Object.hasOwn(change, name))),
		);
	}

	function save(event: FormEvent<HTMLFormElement>): void {
		event.preventDefault();
		const parsed = parseParameters(input);
		const context = typedContext(event.currentTarget);
		if ('problem' in context) setContextProblem(context.problem);
		if ('problems' in parsed) setProblems(parsed.problems);
		if ('problem' in context || 'problems' in parsed) return;
		if (context.tokens !== undefined) void setContextLimit(choice, context.tokens);
		const chosen = chosenOf(parsed.parameters, systemPrompt, effort);
		if (isNew) {
			targets.setNext(chosen);
			if (choice !== choosing.current) void choosing.choose(choice, true);
		} else session.setTarget({ ...choice, ...chosen });
		onClose();
	}

	useEffect(() => {
		if (Object.keys(problems).length > 0 || contextProblem)
			form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
	}, [problems, contextProblem]);

	const isMoreWrong = Object.keys(problems).some((name) => name !== 'temperature');
	return (
		<Dialog
			title={i18n.t('chat.sheet.title')}
			onClose={onClose}
			getInitialFocus={() => form.current?.querySelector('select') ?? null}
			getFinalFocus={getFinalFocus}
			actions={
				<>
					<Button onClick={onClose}>{i18n.t('ui.cancel')}</Button>
					<Button look="primary" type="submit" form={formId}>
						{i18n.t('chat.sheet.save')}
					</Button>
				</>
			}
		>
			<form
				ref={form}
				id={formId}
				noValidate
				onSubmit={save}
				className="-mx-1 flex min-h-0 flex-col gap-4 overflow-y-auto px-1 pb-1"
			>
				<p className="text-sm text-muted">
					{isNew ? i18n.t('chat.sheet.hintNew') : i18n.t('chat.sheet.hint')}
				</p>
				<ModelField
					choosing={choosing}
					choice={choice}
					onChange={(next) => {
						setChoice(next);
						setContextProblem(undefined);
					}}
				/>
				<ContextField
					key={`${choice.endpointId} ${choice.model}`}
					choice={choice}
					problem={contextProblem}
					onChange={() => setContextProblem(undefined)}
				/>
				<TextAreaField
					label={i18n.t('settings.systemPrompt')}
					hint={
						locked.includes('systemPrompt')
							? i18n.t('settings.managed.note')
							: i18n.t('chat.sheet.promptHint')
					}
					disabled={locked.includes('systemPrompt')}
					value={systemPrompt}
					onChange={(event) => setSystemPrompt(event.target.value)}
				/>
				{actions && actions.length > 0 && !locked.includes('systemPrompt') && (
					<SelectField
						label={i18n.t('actions.take')}
						value=""
						onChange={(event) =>
							setSystemPrompt(actions.find(({ id }) => id === event.target.value)?.text ?? systemPrompt)
						}
					>
						<option value="">{i18n.t('actions.choose')}</option>
						{actions.map(({ id, name }) => (
							<option key={id} value={id}>
								{name}
							</option>
						))}
					</SelectField>
				)}
				<div className="grid gap-4 sm:grid-cols-2">
					<TextField
						label={i18n.t('settings.temperature')}
						hint={
							locked.includes('temperature')
								? i18n.t('settings.managed.note')
								: i18n.t('chat.sheet.temperatureHint')
						}
						error={problemText(problems.temperature)}
						disabled={locked.includes('temperature')}
						type="number"
						min={0}
						max={2}
						step="any"
						value={input.temperature ?? ''}
						onChange={(event) => edit({ temperature: event.target.value })}
					/>
					<SelectField
						label={i18n.t('chat.effort.title')}
						disabled={locked.includes('effort')}
						value={effort}
						onChange={(event) => setEffort(EFFORTS.find((one) => one === event.target.value) ?? '')}
					>
						<option value="">{i18n.t('chat.effort.own')}</option>
						{EFFORTS.map((one) => (
							<option key={one} value={one}>
								{EFFORT_NAMES[one]()}
							</option>
						))}
					</SelectField>
				</div>
				<details open={isMoreWrong || undefined}>
					<summary className="py-1 font-medium">{i18n.t('chat.sheet.more')}</summary>
					<p className="pb-3 text-sm text-muted">{i18n.t('chat.sheet.moreHint')}</p>
					<ParameterFields input={input} problems={problems} onChange={edit} />
				</details>
			</form>
		</Dialog>
	);
}

function inputOf({ temperature, parameters = {} }: Target): Partial<ParametersInput> {
	return parametersInput({ ...parameters, ...(temperature !== undefined && { temperature }) });
}

/** What was chosen; an empty field is left out. */
function chosenOf(
	{ temperature, ...parameters }: NonNullable<ChatParameters['parameters']> & { temperature?: number },
	systemPrompt: string,
	effort: Effort | '',
): ChatParameters {
	return {
		systemPrompt,
		...(temperature !== undefined && { temperature }),
		...(effort !== '' && { effort }),
		...(Object.keys(parameters).length > 0 && { parameters }),
	};
}

const NONE: readonly string[] = [];

/** What an organization has set of new chats. A chat that has begun is the user's own. */
function useLockedNames(isNew: boolean): readonly string[] {
	const [names, setNames] = useState(NONE);
	useEffect(() => {
		void readManaged().then(({ preferences }) => setNames(Object.keys(preferences)));
	}, []);
	return isNew ? names : NONE;
}
