import { i18n } from '#i18n';
import { whereTo } from '../../../utils/providers/endpoint.ts';
import { maskAddress } from '../../../utils/settings/input/shown-address.ts';
import { Button } from '../../ui/button.tsx';
import { editEndpoint } from '../draft/edit-settings.ts';
import { useSettings } from '../draft/settings-context.ts';
import { OLLAMA_PORT } from '../draft/test-connection.ts';
import { CopyLine } from '../fields/copy-line.tsx';
import { AllowFixes } from '../fixes/allow-fixes.tsx';
import {
	type FailedStep,
	type Fix,
	type FixField,
	isFailure,
	type Step,
	type StepId,
	type StepProblem,
} from './diagnosis.ts';
import type { Doctor, DoctorState } from './doctor.ts';

interface StepFixesProps {
	step: Step;
	doctor: Doctor;
	rowId: string;
	state: DoctorState;
}

/** What is left where the doctor has found nothing that mends a step: the field that it is about, or a line to copy. */
function lastResort({ id, problem }: FailedStep, { patient }: DoctorState): Fix[] {
	const { origin = null } = whereTo(patient.endpoint) ?? {};
	if (problem.code === 'unreachable' && origin !== null) {
		// Either starts the program that usually listens there, or shows without Lockchat whether anything does.
		const isOllama = origin.endsWith(OLLAMA_PORT);
		return [{ type: 'line', line: isOllama ? 'ollama serve' : `curl -i ${origin}` }];
	}
	const isOfHeader =
		problem.code === 'header-invalid' ||
		(problem.code === 'key-missing' && 'detail' in problem) ||
		(problem.code === 'field' && problem.problem.startsWith('header'));
	const field = isOfHeader ? undefined : FIELDS[id];
	return field ? [{ type: 'field', field }] : [];
}

/** The fields that decide on a step. */
const FIELDS: Partial<Record<StepId, FixField>> = { address: 'url', key: 'apiKey', model: 'models' };

/** Buttons that mend a step. Each mends it, and then the diagnosis goes on from the step that failed. */
export function StepFixes({ step, doctor, rowId, state }: StepFixesProps) {
	const found = 'fixes' in step ? (step.fixes ?? []) : [];
	const fixes = step.state === 'failed' && found.length === 0 ? lastResort(step, state) : found;
	if (fixes.length === 0) return null;
	return (
		<div className="flex flex-col items-start gap-2 py-1">
			{fixes.map((fix) => (
				<FixView
					key={JSON.stringify(fix)}
					fix={fix}
					problem={step.state === 'failed' ? step.problem : null}
					{...{ doctor, rowId, state }}
				/>
			))}
		</div>
	);
}

const FIELD_ACTIONS: Record<FixField, () => string> = {
	url: () => i18n.t('settings.doctor.correctAddress'),
	apiKey: () => i18n.t('settings.enterKey'),
	models: () => i18n.t('settings.doctor.nameModel'),
};

/** Puts the cursor into a field of the form that the button stands in, and selects what is there. */
function focusField(button: HTMLElement, name: FixField): void {
	const field = button.closest('li:has([name])')?.querySelector<HTMLInputElement>(`[name="${name}"]`);
	field?.focus();
	field?.select();
}

interface FixViewProps extends Omit<StepFixesProps, 'step'> {
	fix: Fix;
	problem: StepProblem | null;
}

function FixView({ fix, problem, doctor, rowId, state }: FixViewProps) {
	const { store } = useSettings();
	const place = whereTo(state.patient.endpoint);
	const mend = (change: Parameters<typeof editEndpoint>[2]): void => {
		editEndpoint(store, rowId, change);
		doctor.goOn();
	};
	switch (fix.type) {
		case 'allow':
		case 'origin':
			return (
				problem !== null &&
				isFailure(problem) && (
					<AllowFixes
						failure={problem}
						host={place?.host ?? ''}
						origin={place?.origin ?? null}
						onMended={doctor.goOn}
						onRefused={() => store.set({ notice: { type: 'not-allowed' } })}
					/>
				)
			);
		case 'address':
			return (
				<Button
					size="sm"
					className="h-auto! max-w-full py-1 text-start whitespace-normal!"
					onClick={() => mend({ url: fix.url })}
				>
					<span className="min-w-0 break-all">
						{i18n.t('settings.doctor.useAddress', { url: maskAddress(fix.url) })}
					</span>
				</Button>
			);
		case 'models':
			return (
				<>
					<p className="line-clamp-3 text-sm break-all text-muted">{fix.models.join(', ')}</p>
					<Button size="sm" onClick={() => mend({ models: fix.models.join('\n') })}>
						{i18n.t('settings.useListed')}
					</Button>
				</>
			);
		case 'field':
			return (
				<Button size="sm" onClick={({ currentTarget }) => focusField(currentTarget, fix.field)}>
					{FIELD_ACTIONS[fix.field]()}
				</Button>
			);
		case 'line':
			return <CopyLine line={fix.line} />;
		case 'open':
			return (
				<a
					href={fix.url}
					target="_blank"
					rel="noreferrer"
					className="text-sm break-all text-accent underline"
				>
					{i18n.t('settings.doctor.open', { host: place?.host ?? '' })}
				</a>
			);
	}
}
