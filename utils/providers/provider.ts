import type { Failure } from '../lockchat/failure.ts';
import type {
	CompletionRequest as AskedCompletion,
	CompletionEvent,
	ModelDetails,
	Said,
} from '../lockchat/types.ts';
import type { AnyEndpoint, Endpoint } from './endpoint.ts';

/** What is asked of an endpoint; its key, where it has one, stands apart from it. */
export interface CompletionRequest<E extends AnyEndpoint = Endpoint>
	extends Omit<AskedCompletion, 'endpoint'> {
	endpoint: E;
}

export interface CompletionOptions {
	/** Aborting it ends the completion, which then throws the signal's reason. */
	signal?: AbortSignal;
	/** The longest silence, in milliseconds, that does not count as a stalled answer. */
	stallMs?: number;
	/** True if texts that arrive together may be one event. Set by callers that draw or store whole answers. */
	joinsTokens?: boolean;
}

/**
 * `isResumable` tells whether the endpoint keeps an answer whose reader is gone; it is left out where that was not
 * found out. `base` tells which of the addresses that the endpoint's own may mean has answered, where that is worth
 * remembering.
 */
export type CheckResult =
	| { ok: true; model: string; isResumable?: boolean; base?: string }
	| { ok: false; failure: Failure };

/**
 * What can be asked alone, to find out where a connection fails. `reach`: whether anything answers at the address at
 * all, readable or not. `models`: the list of models. `whole` and `stream`: a short answer in one of the two ways.
 */
export const PROBES = ['reach', 'models', 'whole', 'stream'] as const;
export type Probe = (typeof PROBES)[number];

/** What a probe is made with; aborting the signal ends it. */
export interface ProbeAccess {
	model: string;
	apiKey?: string;
	signal: AbortSignal;
}

/** `isUnstreamed`: the endpoint refused to stream, and gave a whole answer instead. */
export type ProbeResult =
	| { ok: true; models?: string[]; isUnstreamed?: boolean }
	| { ok: false; failure: Failure };

/** How one kind of endpoint is asked. Runs, checks and settings know endpoints only through this interface. */
export interface Provider<E extends AnyEndpoint = Endpoint> {
	/**
	 * Asks for a completion and yields it as it comes. The last event is always `end`, unless it throws, at once or
	 * later. `explain` makes plain data of whatever it throws.
	 */
	complete(request: CompletionRequest<E>, options: CompletionOptions): AsyncGenerator<CompletionEvent>;
	/**
	 * Goes on with an answer that was cut off after `said`, from what the endpoint has kept of it: nothing is asked
	 * for anew. It ends as `complete` does. It gives null where nothing of the answer is kept. Kinds of endpoint that
	 * keep nothing do not have this method.
	 */
	resume?(
		request: CompletionRequest<E>,
		said: Said,
		options: CompletionOptions,
	): AsyncGenerator<CompletionEvent> | null;
	/**
	 * Finds out whether an endpoint answers, by asking it as a question would. The model and the key are given,
	 * because settings that are typed and not stored yet are checked too. Throws as `complete` does.
	 */
	check(endpoint: E, access: { model: string; apiKey?: string }): Promise<CheckResult>;
	/**
	 * The models that an endpoint offers, in its order. The key is given for the same reason as in `check`. Throws as
	 * `complete` does.
	 */
	listModels(endpoint: E, access: { apiKey?: string }): Promise<string[]>;
	/**
	 * The same models, each with what the endpoint tells of it, for which it may be asked more than once. Left out where this
	 * kind tells nothing. Throws as `complete` does.
	 */
	describeModels?(endpoint: E, access: { apiKey?: string }): Promise<ModelDetails[]>;
	/** Asks for one thing alone; see `Probe`. Left out where the connection of a kind has no parts. Throws as `complete` does. */
	diagnose?(endpoint: E, probe: Probe, access: ProbeAccess): Promise<ProbeResult>;
	/** Makes plain data of whatever the other methods threw. Never rejects. */
	explain(error: unknown, endpoint: E): Promise<Failure>;
}
