import type { Failure } from '../../../utils/lockchat/failure.ts';
import { whereTo } from '../../../utils/providers/endpoint.ts';
import type { ServerEndpoint } from '../../../utils/providers/server-endpoint.ts';
import type { RunClient } from '../../../utils/run/window/run-client.ts';
import { chatModelsFirst } from '../../../utils/settings/input/model-list.ts';
import { noModels } from '../draft/test-connection.ts';
import {
	blamedStep,
	type Diagnosis,
	type Fix,
	STEP_IDS,
	type Step,
	type StepId,
	type StepOutcome,
	type StepProblem,
} from './diagnosis.ts';
import { findAddress } from './find-address.ts';

/** What the doctor needs of the browser. */
export interface DoctorWorld {
	client: Pick<RunClient, 'probe'>;
	hasOrigin: (origin: string) => Promise<boolean>;
	isLocalNetworkDenied: (place: 'loopback' | 'private' | 'public') => Promise<boolean>;
	/** The address of the browser's own settings for this extension, to be copied. */
	browserSettings: string;
	/** A clock in milliseconds, which may start anywhere. */
	now: () => number;
}

export interface Patient {
	endpoint: ServerEndpoint;
	apiKey: string;
	/** True if the user has named no model: the server's list is better than a guess then. */
	isModelGuessed: boolean;
}

/**
 * The outcome of a step. `at` names the earlier step that a failure belongs to. `goesOn` says that later steps can
 * still tell something.
 */
export type Found = StepOutcome & { at?: StepId; goesOn?: boolean };

const OK: Found = { state: 'ok' };
const failed = (problem: StepProblem, ...fixes: Fix[]): Found => ({ state: 'failed', problem, fixes });

/** Makes one examination: its steps, each of which may use what earlier ones have found. */
export function examine(
	world: DoctorWorld,
	{ endpoint, apiKey, isModelGuessed }: Patient,
	run: { known: Diagnosis; from: StepId; signal: AbortSignal },
) {
	const { client } = world;
	const { signal } = run;
	const place = whereTo(endpoint);
	const asking = { client, apiKey, signal };
	// A list that was read with another key or address may be another one, so it is forgotten when a step before the
	// list is taken again.
	let models = STEP_IDS.indexOf(run.from) > STEP_IDS.indexOf('key') ? run.known.models : null;
	let model = (isModelGuessed ? models?.[0] : undefined) ?? endpoint.models[0] ?? '';

	const probe = (what: 'reach' | 'models' | 'whole' | 'stream', at = endpoint) =>
		client.probe(at, what, { model, signal, ...(apiKey !== '' && { apiKey }) });

	async function readModels(): Promise<Failure | null> {
		const list = await probe('models');
		if (!list.ok) return list.failure;
		models = chatModelsFirst(list.models ?? []);
		if (isModelGuessed) model = models[0] ?? model;
		return null;
	}

	/** Puts a failure at the step that it is about, together with what mends it. */
	async function explain(failure: Failure, during: StepId): Promise<Found> {
		const at = blamedStep(failure, during);
		return { ...failed(failure, ...(await fixesOf(failure))), at };
	}

	async function fixesOf({ code, detail }: Failure): Promise<Fix[]> {
		switch (code) {
			case 'permission-needed':
				return [{ type: 'allow' }];
			case 'forbidden-origin':
				return [{ type: 'origin' }];
			case 'wrong-protocol':
				return detail === undefined ? [] : [{ type: 'address', url: detail }];
			case 'local-network-denied':
				return [{ type: 'line', line: world.browserSettings }];
			case 'no-models':
				return detail === undefined ? [] : [{ type: 'line', line: detail }];
			case 'model-not-found':
				if (models === null) await readModels();
				return models?.length ? [{ type: 'models', models }] : [];
			case 'not-found':
			case 'not-an-api': {
				const url = await findAddress(asking, endpoint, model);
				return url === null ? [] : [{ type: 'address', url }];
			}
			default:
				return [];
		}
	}

	/** The same server with http instead of https, or the other way round; null for an address that names no place. */
	function otherScheme(): { url: string; isEncrypted: boolean } | null {
		if (place?.origin == null) return null;
		const isEncrypted = place.origin.startsWith('http:');
		return { url: endpoint.url.replace(/^https?:/, isEncrypted ? 'https:' : 'http:'), isEncrypted };
	}

	async function tls(isReached: boolean): Promise<Found> {
		const other = otherScheme();
		if (other === null) return { state: 'skipped', reason: 'unencrypted' };
		if (isReached) return other.isEncrypted ? { state: 'skipped', reason: 'unencrypted' } : OK;
		const { ok } = await probe('reach', { ...endpoint, id: 'probe', url: other.url });
		if (other.isEncrypted) {
			if (!ok) return { state: 'skipped', reason: 'unencrypted' };
			return failed({ code: 'speaks-https' }, { type: 'address', url: other.url });
		}
		const open: Fix = { type: 'open', url: endpoint.url };
		if (!ok) return { state: 'skipped', reason: 'certificate', fixes: [open] };
		// Nobody is told to send a key without encryption to a server on the internet.
		const isNear = place?.place !== 'public';
		return failed(
			{ code: 'speaks-http' },
			open,
			...(isNear ? [{ type: 'address', url: other.url } as const] : []),
		);
	}

	async function permission(): Promise<Found> {
		if (place?.origin == null || (await world.hasOrigin(place.origin)))
			return { state: 'ok', note: 'granted' };
		const failure = await readModels();
		const isKept =
			failure !== null && ['reach', 'network', 'permission'].includes(blamedStep(failure, 'key'));
		return isKept ? explain(failure, 'permission') : { state: 'ok', note: 'cors' };
	}

	async function key(): Promise<Found> {
		const failure = models === null ? await readModels() : null;
		if (failure === null) {
			const hasSecret = apiKey !== '' || Object.keys(endpoint.headers ?? {}).length > 0;
			return hasSecret ? OK : { state: 'skipped', reason: 'no-key' };
		}
		const at = blamedStep(failure, 'answer');
		const isCertain = at !== 'address' && at !== 'answer';
		return isCertain ? explain(failure, 'key') : { state: 'skipped', reason: 'untold' };
	}

	function findModel(): Found | Promise<Found> {
		if (models === null) return { state: 'skipped', reason: 'untold' };
		if (models.includes(model)) return OK;
		if (models.length > 0) return { state: 'skipped', reason: 'unlisted' };
		const none = noModels(endpoint);
		// At servers other than Ollama, an empty list may only mean that the list is not shown.
		const isCertain = isModelGuessed && none.detail !== undefined;
		return isCertain ? explain(none, 'model') : { state: 'skipped', reason: 'untold' };
	}

	async function answer(): Promise<Found> {
		const asked = await probe('whole');
		if (asked.ok) return OK;
		const found = await explain(asked.failure, 'answer');
		// A server that refuses whole answers may still stream them.
		return { ...found, goesOn: found.at === 'answer' };
	}

	async function stream(): Promise<Found> {
		const isWhole = !endpoint.supportsStream || endpoint.quirks?.[model]?.isUnstreamed === true;
		if (isWhole) return { state: 'skipped', reason: 'unstreamed' };
		const asked = await probe('stream');
		if (!asked.ok) return failed(asked.failure, ...(await fixesOf(asked.failure)));
		return asked.isUnstreamed ? failed({ code: 'not-streamed' }) : OK;
	}

	return {
		findings: () => ({ model, models }),
		async take(id: StepId, steps: readonly Step[]): Promise<Found> {
			const isReached = steps.find((step) => step.id === 'reach')?.state === 'ok';
			switch (id) {
				case 'address':
					return OK;
				case 'reach': {
					const reached = await probe('reach');
					if (reached.ok) return OK;
					const found = await explain(reached.failure, 'reach');
					return { ...found, goesOn: found.at === 'reach' };
				}
				case 'network': {
					if (!place || place.place === 'public' || place.place === 'browser') {
						return { state: 'skipped', reason: 'public' };
					}
					const isDenied = !isReached && (await world.isLocalNetworkDenied(place.place));
					return isDenied ? explain({ code: 'local-network-denied' }, 'network') : OK;
				}
				case 'tls':
					return tls(isReached);
				case 'permission':
					return permission();
				case 'key':
					return key();
				case 'model':
					return findModel();
				case 'answer':
					return answer();
				case 'stream':
					return stream();
			}
		},
	};
}
