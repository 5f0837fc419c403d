import { Check, CircleAlert, CircleCheck, CircleMinus, Copy, X } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { i18n } from '#i18n';
import { ownVersion } from '../../../utils/platform/own-version.ts';
import { formatNumber } from '../../../utils/platform/texts.ts';
import { whereTo } from '../../../utils/providers/endpoint.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import type { Step } from './diagnosis.ts';
import { firstFailed } from './diagnosis.ts';
import type { Doctor, DoctorState } from './doctor.ts';
import { StepFixes } from './doctor-fixes.tsx';
import { doctorReport } from './doctor-report.ts';
import { problemWords, sayStep, stepName, stepWords } from './doctor-text.ts';

const ICONS: Record<Step['state'], React.ReactNode> = {
	waiting: <span className="size-4 shrink-0" />,
	running: <Spinner />,
	ok: <CircleCheck size={16} aria-hidden="true" className="shrink-0 text-accent" />,
	failed: <CircleAlert size={16} aria-hidden="true" className="shrink-0 text-danger" />,
	skipped: <CircleMinus size={16} aria-hidden="true" className="shrink-0 text-muted" />,
};

/** Scrolls the panel into view: the status bar may cover the place where it appears. */
function reveal(panel: HTMLElement | null): void {
	panel?.scrollIntoView({ block: 'nearest' });
}

interface DoctorPanelProps {
	doctor: Doctor;
	rowId: string;
	onClose: () => void;
}

/**
 * Shows what the connection doctor finds, step by step, with what mends it. The diagnosis begins when the panel is
 * shown, and ends with it.
 */
export function DoctorPanel({ doctor, rowId, onClose }: DoctorPanelProps) {
	const state = useSyncExternalStore(doctor.subscribe, doctor.getState);
	const { diagnosis, patient, isCancelled } = state;
	useEffect(() => {
		doctor.start();
		return doctor.cancel;
	}, [doctor]);
	const host = whereTo(patient.endpoint)?.host ?? '';
	const title = host === '' ? i18n.t('settings.doctor.title') : i18n.t('settings.doctor.titleOf', { host });
	return (
		<section
			ref={reveal}
			aria-label={title}
			className="flex scroll-mb-32 flex-col gap-3 rounded-md bg-surface p-3"
		>
			<div className="flex items-center justify-between gap-2">
				<h3 className="min-w-0 font-medium break-words">{title}</h3>
				<IconButton icon={X} label={i18n.t('settings.doctor.close')} onClick={onClose} />
			</div>
			<ol className="flex flex-col gap-2" aria-busy={diagnosis.isRunning}>
				{diagnosis.steps.map((step) => (
					<StepItem key={step.id} step={step} doctor={doctor} rowId={rowId} state={state} />
				))}
			</ol>
			<Announcer state={state} />
			{isCancelled && <p className="text-sm text-muted">{i18n.t('settings.doctor.cancelled')}</p>}
			<div className="flex flex-wrap gap-2">
				{diagnosis.isRunning ? (
					<Button size="sm" onClick={doctor.cancel}>
						{i18n.t('settings.doctor.cancel')}
					</Button>
				) : (
					<>
						{firstFailed(diagnosis) && (
							<Button size="sm" onClick={doctor.goOn}>
								{i18n.t('settings.doctor.goOn')}
							</Button>
						)}
						<CopyReport state={state} />
					</>
				)}
			</div>
		</section>
	);
}

interface StepItemProps extends Pick<DoctorPanelProps, 'doctor' | 'rowId'> {
	step: Step;
	state: DoctorState;
}

function StepItem({ step, doctor, rowId, state }: StepItemProps) {
	const place = { host: whereTo(state.patient.endpoint)?.host ?? '', model: state.diagnosis.model };
	const problem = step.state === 'failed' ? problemWords(step.problem, place) : null;
	return (
		<li className="flex gap-2">
			<span className="flex h-[22px] items-center">{ICONS[step.state]}</span>
			<div className="flex min-w-0 flex-1 flex-col gap-1">
				<div className="flex flex-wrap items-baseline justify-between gap-x-3">
					<p className="min-w-0">
						<span className="font-medium">{stepName(step.id)}</span>{' '}
						<span className={step.state === 'failed' ? 'text-danger' : 'text-muted'}>{stepWords(step)}</span>
					</p>
					{step.ms !== undefined && (
						<span className="shrink-0 text-sm text-muted tabular-nums">
							{i18n.t('settings.doctor.ms', { ms: formatNumber(step.ms) })}
						</span>
					)}
				</div>
				{problem && (
					<div className="text-sm">
						<p className="break-words text-danger">{problem.title}</p>
						<p>{problem.advice}</p>
						{problem.detail && <p className="line-clamp-3 break-words text-muted">{problem.detail}</p>}
					</div>
				)}
				{!state.diagnosis.isRunning && <StepFixes step={step} doctor={doctor} rowId={rowId} state={state} />}
			</div>
		</li>
	);
}

/**
 * Tells a screen reader each step once, when it was taken. It does not tell steps that only wait for a failure to be
 * mended.
 */
function Announcer({ state: { diagnosis, isCancelled } }: { state: DoctorState }) {
	const said = diagnosis.steps.filter(
		(step) =>
			step.state === 'ok' || step.state === 'failed' || (step.state === 'skipped' && step.ms !== undefined),
	);
	const outcome = isCancelled ? i18n.t('settings.doctor.cancelled') : outcomeOf(diagnosis.steps);
	return (
		<div role="status" aria-atomic="false" className="sr-only">
			{said.map((step) => (
				<p key={`${step.id} ${step.state}`}>{sayStep(step)}</p>
			))}
			{!diagnosis.isRunning && <p>{outcome}</p>}
		</div>
	);
}

function outcomeOf(steps: readonly Step[]): string {
	const failed = steps.find(({ state }) => state === 'failed');
	if (failed) return i18n.t('settings.doctor.failedAt', { step: stepName(failed.id) });
	return i18n.t('settings.doctor.works');
}

function CopyReport({ state }: { state: DoctorState }) {
	const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
	const text = useRef<HTMLTextAreaElement>(null);
	const { diagnosis, patient } = state;
	const report = doctorReport(diagnosis, { version: ownVersion(), browser: navigator.userAgent, patient });

	async function copy(): Promise<void> {
		try {
			await navigator.clipboard.writeText(report);
			setOutcome('copied');
		} catch (error) {
			console.error('The clipboard refused the report.', error);
			setOutcome('failed');
		}
	}

	useEffect(() => {
		if (outcome === 'failed') text.current?.select();
	}, [outcome]);

	return (
		<>
			<Button size="sm" onClick={() => void copy()}>
				{outcome === 'copied' ? (
					<Check size={14} aria-hidden="true" />
				) : (
					<Copy size={14} aria-hidden="true" />
				)}
				{i18n.t(outcome === 'copied' ? 'settings.doctor.reportCopied' : 'settings.doctor.copyReport')}
			</Button>
			{outcome === 'failed' && (
				<textarea
					ref={text}
					readOnly
					rows={6}
					aria-label={i18n.t('settings.doctor.report')}
					className="w-full rounded-sm border border-border bg-bg p-2 font-mono text-xs"
					value={report}
				/>
			)}
		</>
	);
}
