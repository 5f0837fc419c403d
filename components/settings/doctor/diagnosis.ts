/** What the connection doctor has found out, step by step. It is plain data, which is drawn and put into the report. */
import type { Failure, FailureCode } from '../../../utils/lockchat/failure.ts';
import type { EndpointProblem } from '../../../utils/settings/input/endpoint-input.ts';

/** The steps, in the order in which they are taken. */
export const STEP_IDS = [
	'address',
	'reach',
	'network',
	'tls',
	'permission',
	'key',
	'model',
	'answer',
	'stream',
] as const;
export type StepId = (typeof STEP_IDS)[number];

/**
 * Why a step was not taken, or why it says nothing.
 *
 * - `earlier`: an earlier step failed.
 * - `blamed`: what failed in this step is shown at the step that it is about.
 * - `untold`: nothing can tell before an answer does.
 * - `unlisted`: the same for a model that the server's list does not name.
 * - `unencrypted`: the address is an http one.
 * - `public`: the server is in no local network.
 * - `certificate`: the browser does not say whether the server is down or its certificate is not trusted.
 * - `unstreamed`: this server or model is asked for whole answers.
 */
export type SkipReason =
	| 'earlier'
	| 'blamed'
	| 'untold'
	| 'unlisted'
	| 'no-key'
	| 'unencrypted'
	| 'public'
	| 'certificate'
	| 'unstreamed';

/** What a failed step has found: a failure of the client, or something that only the doctor finds out. */
export type StepProblem =
	| Failure
	/** A field of the form is wrong. */
	| { code: 'field'; problem: EndpointProblem }
	| { code: 'speaks-https' | 'speaks-http' | 'not-streamed' };

type OwnProblem = Exclude<StepProblem, Failure>;
const OWN_CODES: readonly string[] = [
	'field',
	'speaks-https',
	'speaks-http',
	'not-streamed',
] satisfies OwnProblem['code'][];

export function isFailure(problem: StepProblem): problem is Failure {
	return !OWN_CODES.includes(problem.code);
}

/** The fields that a step may be about, by the names that they have in the form. */
export type FixField = 'url' | 'apiKey' | 'models';

/**
 * What mends a step, by one click or by a line to copy. The first two ask for a permission, so they must be called from
 * a click.
 */
export type Fix =
	| { type: 'allow' }
	| { type: 'origin' }
	| { type: 'address'; url: string }
	| { type: 'models'; models: string[] }
	/** A field of the form that only the user can fill in rightly. */
	| { type: 'field'; field: FixField }
	| { type: 'line'; line: string }
	| { type: 'open'; url: string };

export type StepOutcome =
	/** A step that went well. `granted`: the permission is held. `cors`: the server lets the extension read without one. */
	| { state: 'ok'; note?: 'granted' | 'cors' }
	| { state: 'skipped'; reason: SkipReason; fixes?: Fix[] }
	| { state: 'failed'; problem: StepProblem; fixes: Fix[] };

/** `ms` is how long the step took, as the window saw it, in milliseconds. */
export type Step = { id: StepId; ms?: number } & ({ state: 'waiting' | 'running' } | StepOutcome);

export type FailedStep = Extract<Step, { state: 'failed' }>;

export interface Diagnosis {
	steps: readonly Step[];
	/** The model that is asked. */
	model: string;
	/** The server's own list of models; null until the server has shown one. */
	models: string[] | null;
	isRunning: boolean;
}

export function newDiagnosis(model: string): Diagnosis {
	const steps = STEP_IDS.map((id): Step => ({ id, state: 'waiting' }));
	return { steps, model, models: null, isRunning: true };
}

/** The first step that failed. The diagnosis goes on from it once something was mended. */
export function firstFailed({ steps }: Diagnosis): FailedStep | undefined {
	return steps.find((step) => step.state === 'failed');
}

/**
 * The steps that certain failures are about, wherever they show. All other failures belong to the step in which they
 * came.
 */
const BLAMED: Partial<Record<FailureCode, StepId>> = {
	'invalid-url': 'address',
	'wrong-protocol': 'address',
	'not-found': 'address',
	'not-an-api': 'address',
	unreachable: 'reach',
	'local-network-denied': 'network',
	'permission-needed': 'permission',
	'forbidden-origin': 'permission',
	'key-missing': 'key',
	unauthorized: 'key',
	forbidden: 'key',
	'header-invalid': 'key',
	'model-not-found': 'model',
	'no-models': 'model',
};

/** The step that a failure is about, if it came in the step `during`. */
export function blamedStep({ code }: Failure, during: StepId): StepId {
	return BLAMED[code] ?? during;
}
