/** The connection doctor of one endpoint's form: what it has found out, and what is done about it. */
import { isLocalNetworkDenied } from '../../../utils/platform/local-network.ts';
import { ownSettingsAddress } from '../../../utils/platform/own-version.ts';
import { hasOrigin } from '../../../utils/platform/permissions.ts';
import { serverAt } from '../../../utils/providers/server-endpoint.ts';
import type { EndpointProblem } from '../../../utils/settings/input/endpoint-input.ts';
import { parseModelList } from '../../../utils/settings/input/model-list.ts';
import { mapRow, parseRow } from '../draft/settings-draft.ts';
import type { SettingsStore } from '../draft/settings-store.ts';
import { diagnose } from './diagnose.ts';
import { type Diagnosis, firstFailed, newDiagnosis, type StepId } from './diagnosis.ts';
import type { DoctorWorld, Patient } from './examine.ts';

export interface DoctorState {
	diagnosis: Diagnosis;
	/** The endpoint as it was when the last step was taken. */
	patient: Patient;
	isCancelled: boolean;
}

export interface Doctor {
	getState(): DoctorState;
	subscribe(listener: () => void): () => void;
	/** Begins a new diagnosis. One that runs is ended. */
	start(): void;
	/** Goes on from the first step that failed, with the endpoint as it stands in the form now. */
	goOn(): void;
	/** Ends the diagnosis that runs, and its request at the server. */
	cancel(): void;
}

/** What the doctor needs, made from the real browser. */
export function browserWorld(client: DoctorWorld['client']): DoctorWorld {
	return {
		client,
		hasOrigin,
		isLocalNetworkDenied,
		browserSettings: ownSettingsAddress(),
		now: () => performance.now(),
	};
}

export function createDoctor(store: SettingsStore, world: DoctorWorld, rowId: string): Doctor {
	const listeners = new Set<() => void>();
	let running = new AbortController();
	let state: DoctorState = {
		diagnosis: newDiagnosis(''),
		patient: { endpoint: serverAt(''), apiKey: '', isModelGuessed: true },
		isCancelled: false,
	};

	function set(change: Partial<DoctorState>): void {
		state = { ...state, ...change };
		for (const listener of listeners) listener();
	}

	/** The endpoint as it is typed. Where a field is wrong it is null, and both the diagnosis and the field say so. */
	function readPatient(): Patient | null {
		const row = store.getState().draft?.rows.find(({ id }) => id === rowId);
		if (!row) return null;
		const parsed = parseRow(row);
		const isModelGuessed = parseModelList(row.input.models).length === 0;
		if (parsed.ok) return { endpoint: parsed.endpoint, apiKey: parsed.apiKey, isModelGuessed };
		store.edit((draft) => mapRow(draft, rowId, () => ({ ...row, problems: parsed.problems })));
		store.set({ notice: { type: 'incorrect', while: 'testing' } });
		const { url, apiKey, headers } = parsed.problems;
		const at = url ? 'address' : (apiKey ?? headers) ? 'key' : 'answer';
		showProblem(at, url ?? Object.values(parsed.problems)[0]);
		return null;
	}

	function showProblem(at: StepId, problem: EndpointProblem | undefined): void {
		if (problem === undefined) return;
		const { steps } = newDiagnosis('');
		set({
			isCancelled: false,
			diagnosis: {
				...newDiagnosis(''),
				isRunning: false,
				steps: steps.map(({ id }) =>
					id === at
						? { id, state: 'failed', problem: { code: 'field', problem }, fixes: [] }
						: { id, state: 'skipped', reason: 'earlier' },
				),
			},
		});
	}

	function run(from: StepId, known: Diagnosis): void {
		running.abort();
		const controller = new AbortController();
		running = controller;
		const patient = readPatient();
		if (!patient) return;
		set({ patient, isCancelled: false });
		void diagnose(world, patient, {
			known,
			from,
			signal: controller.signal,
			onChange: (diagnosis) => running === controller && set({ diagnosis }),
		});
	}

	return {
		getState: () => state,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		start: () => run('address', newDiagnosis('')),
		goOn() {
			const failed = firstFailed(state.diagnosis);
			// If a field was wrong, nothing has been asked yet, so the diagnosis begins from the start.
			const from = failed?.problem.code === 'field' ? undefined : failed?.id;
			run(from ?? 'address', state.diagnosis);
		},
		cancel() {
			running.abort();
			if (!state.diagnosis.isRunning) return;
			const steps = state.diagnosis.steps.map((step) =>
				step.state === 'running' ? { id: step.id, state: 'waiting' as const } : step,
			);
			set({ isCancelled: true, diagnosis: { ...state.diagnosis, steps, isRunning: false } });
		},
	};
}
