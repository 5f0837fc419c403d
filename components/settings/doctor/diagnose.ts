import { type Diagnosis, STEP_IDS, type Step, type StepId } from './diagnosis.ts';
import { type DoctorWorld, examine, type Patient } from './examine.ts';

/**
 * Takes the steps from `from` on, one after the other, and tells of each change. Earlier steps keep what was found.
 * Never rejects. When the signal is aborted it ends at once, and leaves nothing running.
 */
export async function diagnose(
	world: DoctorWorld,
	patient: Patient,
	run: {
		known: Diagnosis;
		from: StepId;
		signal: AbortSignal;
		onChange: (diagnosis: Diagnosis) => void;
	},
): Promise<void> {
	const { signal } = run;
	const begin = STEP_IDS.indexOf(run.from);
	const examination = examine(world, patient, run);
	let { steps } = run.known;

	function tell(change: (step: Step, index: number) => Step, isRunning = true): void {
		steps = steps.map(change);
		run.onChange({ steps, ...examination.findings(), isRunning });
	}

	tell((step, index) => (index < begin ? step : { id: step.id, state: 'waiting' }));
	let isOver = false;
	for (const id of STEP_IDS.slice(begin)) {
		if (isOver) {
			tell((step) => (step.id === id ? { id, state: 'skipped', reason: 'earlier' } : step));
			continue;
		}
		tell((step) => (step.id === id ? { id, state: 'running' } : step));
		const began = world.now();
		const { at = id, goesOn = false, ...outcome } = await examination.take(id, steps);
		if (signal.aborted) return;
		const ms = Math.round(world.now() - began);
		isOver = outcome.state === 'failed' ? !goesOn : isOver;
		tell((step) => {
			if (step.id === at) return { id: at, ms, ...outcome };
			if (step.id === id) return { id, ms, state: 'skipped', reason: 'blamed' };
			// An answer proves the steps about which nothing else could tell anything.
			const isProven = id === 'answer' && outcome.state === 'ok' && isUntold(step);
			return isProven ? { id: step.id, state: 'ok', ...(step.ms !== undefined && { ms: step.ms }) } : step;
		});
		// The steps behind the one that reaches for the server only find out why nothing was reached.
		if (id === 'tls' && steps.some(({ state }) => state === 'failed')) isOver = true;
	}
	tell((step) => step, false);
}

const isUntold = (step: Step): boolean =>
	step.state === 'skipped' && (step.reason === 'untold' || step.reason === 'unlisted');
