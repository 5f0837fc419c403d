import { normalizeEndpointUrl } from '../lockchat/address/endpoint-url.ts';
import { type HostKind, hostKind } from '../lockchat/address/host-kind.ts';
import { checkEndpoint, findResumable } from '../lockchat/check-endpoint.ts';
import { createCompletion } from '../lockchat/create-completion.ts';
import { describeModels } from '../lockchat/describe-models.ts';
import type { Failure, FailureCode } from '../lockchat/failure.ts';
import { listModels } from '../lockchat/list-models.ts';
import { LockchatError } from '../lockchat/lockchat-error.ts';
import { resumeKept } from '../lockchat/resume-completion.ts';
import type { CompletionRequest } from '../lockchat/types.ts';
import type { ProbeResult, Provider } from './provider.ts';
import type { ServerEndpoint } from './server-endpoint.ts';
import { toFailure } from './to-failure.ts';

/** How long a server may take to show that it is there, in milliseconds. */
const PROBE_MS = 3_000;

/** Stores with an endpoint which of the addresses that its own may mean has answered. */
type SaveBase = (endpoint: ServerEndpoint, base: string) => Promise<void>;

/** What the provider of servers needs of the browser. */
export interface ServerWorld {
	hasOrigin: HasOrigin;
	/** Whether the browser is known to keep the extension from a place. When this is left out, it is not. */
	isLocalNetworkDenied?: (place: HostKind) => Promise<boolean>;
	/** Left out where nothing is stored. */
	saveBase?: SaveBase;
}

/** True if the extension holds the permission for this address's origin. */
export type HasOrigin = (address: string) => Promise<boolean>;

/** Whether anything at all answers at the address, even where CORS headers keep the answer from us. */
async function isThere(address: string, signal?: AbortSignal): Promise<boolean> {
	const limit = AbortSignal.timeout(PROBE_MS);
	try {
		await fetch(address, {
			mode: 'no-cors',
			credentials: 'omit',
			signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
		});
		return true;
	} catch {
		return false;
	}
}

/**
 * Makes plain data of an error. `fetch` fails in the same way for a server that is down, for one that the browser
 * keeps from us for want of a permission, and for a local network that the user has closed to the extension. A
 * request without CORS and a question to the browser tell these apart.
 */
async function explain(
	error: unknown,
	{ url }: Pick<ServerEndpoint, 'url'>,
	{ hasOrigin, isLocalNetworkDenied }: ServerWorld,
): Promise<Failure> {
	const failure = toFailure(error);
	if (failure.code !== 'unreachable') return failure;
	const address = normalizeEndpointUrl(url);
	const isKeptFromUs = !(await hasOrigin(address)) && (await isThere(address));
	if (isKeptFromUs) return { ...failure, code: 'permission-needed' };
	const isDenied = await isLocalNetworkDenied?.(hostKind(new URL(address).hostname));
	return isDenied ? { ...failure, code: 'local-network-denied' } : failure;
}

/**
 * Throws where the endpoint needs a key or a header's value that was forgotten when the browser closed: without it
 * the words would go out only to be refused.
 */
function requireKey({ needsAuth, headers = {} }: ServerEndpoint, apiKey = ''): void {
	if (needsAuth && apiKey === '') throw new LockchatError('key-missing');
	const forgotten = Object.keys(headers).find((name) => headers[name] === '');
	if (forgotten !== undefined) throw new LockchatError('key-missing', { detail: forgotten });
}

/** How many tokens a streamed answer may have. So few are enough to show that streaming works. */
const STREAM_TOKENS = 16;
/** Failures that still prove that streaming works: the short answer of a model that reasons may hold no more than that. */
const STREAMED_ENOUGH: readonly FailureCode[] = ['reasoning-only', 'limit-reached', 'tools-unsupported'];

/** Reads a short streamed answer to its end, since some servers stream its beginning only, or nothing. */
async function probeStream(
	request: Pick<CompletionRequest, 'endpoint' | 'apiKey' | 'model'>,
	options: { signal: AbortSignal; onBase: (base: string) => void },
): Promise<ProbeResult> {
	const messages = [{ role: 'user' as const, content: 'Hi' }];
	let isUnstreamed = false;
	try {
		const asked = { ...request, messages, maxTokens: STREAM_TOKENS, temperature: null, stream: true };
		for await (const event of createCompletion(asked, options)) {
			if (event.type === 'learned') isUnstreamed = event.quirks.isUnstreamed === true;
		}
	} catch (error) {
		if (!(error instanceof LockchatError) || !STREAMED_ENOUGH.includes(error.code)) throw error;
	}
	return { ok: true, ...(isUnstreamed && { isUnstreamed }) };
}

/** Makes the provider that asks Lockchat servers, by means of the client. */
export function createServerProvider(world: ServerWorld): Provider<ServerEndpoint> {
	/**
	 * The base that has answered, by the address as it is set up. It is remembered here for endpoints that are not
	 * stored yet, too, so that a test of one asks where its list of models was found.
	 */
	const bases = new Map<string, string>();

	function withBase<E extends ServerEndpoint>(endpoint: E): E {
		const base = bases.get(endpoint.url);
		return base === undefined ? endpoint : { ...endpoint, base };
	}

	function remember(endpoint: ServerEndpoint) {
		return (base: string): void => {
			bases.set(endpoint.url, base);
			world.saveBase?.(endpoint, base).catch((error: unknown) => {
				console.error('Where a server answers was not stored.', error);
			});
		};
	}

	return {
		complete(request, options) {
			requireKey(request.endpoint, request.apiKey);
			const endpoint = withBase(request.endpoint);
			// What was chosen for a chat comes before what was chosen for all of its server.
			const { parameters = {} } = endpoint;
			const temperature = request.temperature ?? parameters.temperature ?? null;
			const extra = { ...parameters.extra, ...request.extra };
			return createCompletion(
				{ includeUsage: true, ...parameters, ...request, extra, endpoint, temperature },
				{ ...options, onBase: remember(endpoint) },
			);
		},
		resume(request, said, options) {
			requireKey(request.endpoint, request.apiKey);
			return resumeKept({ ...request, endpoint: withBase(request.endpoint) }, said, options);
		},
		async check(endpoint, { model, ...access }) {
			requireKey(endpoint, access.apiKey);
			await checkEndpoint({ endpoint: withBase(endpoint), model, ...access }, { onBase: remember(endpoint) });
			const found = withBase(endpoint);
			const isResumable = found.supportsStream && (await findResumable({ endpoint: found, ...access }));
			return { ok: true, model, isResumable, ...(found.base !== undefined && { base: found.base }) };
		},
		listModels: (endpoint, access) =>
			listModels({ endpoint: withBase(endpoint), ...access }, { onBase: remember(endpoint) }),
		describeModels: (endpoint, access) =>
			describeModels({ endpoint: withBase(endpoint), ...access }, { onBase: remember(endpoint) }),
		async diagnose(asked, probe, { signal, ...access }) {
			const endpoint = withBase(asked);
			const options = { signal, onBase: remember(asked) };
			switch (probe) {
				case 'reach':
					return (await isThere(normalizeEndpointUrl(asked.url), signal))
						? { ok: true }
						: { ok: false, failure: { code: 'unreachable' } };
				case 'models':
					return { ok: true, models: await listModels({ endpoint, ...access }, options) };
				case 'whole':
					requireKey(endpoint, access.apiKey);
					await checkEndpoint({ endpoint: { ...endpoint, supportsStream: false }, ...access }, options);
					return { ok: true };
				case 'stream':
					requireKey(endpoint, access.apiKey);
					return probeStream({ endpoint, ...access }, options);
			}
		},
		explain: (error, endpoint) => explain(error, endpoint, world),
	};
}
