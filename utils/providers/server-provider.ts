import { normalizeEndpointUrl } from '../lockchat/address/endpoint-url.ts';
import { checkEndpoint, findResumable } from '../lockchat/check-endpoint.ts';
import { createCompletion } from '../lockchat/create-completion.ts';
import { listModels } from '../lockchat/list-models.ts';
import { LockchatError } from '../lockchat/lockchat-error.ts';
import { resumeKept } from '../lockchat/resume-completion.ts';
import type { Failure } from '../lockchat/types.ts';
import type { Provider } from './provider.ts';
import { type ServerEndpoint, serverKind } from './server-endpoint.ts';
import { toFailure } from './to-failure.ts';

/** How long a server may take to show that it is there. */
const PROBE_MS = 3_000;

/** True if the extension holds the permission for this address's origin. */
export type HasOrigin = (address: string) => Promise<boolean>;

/** A server that answers anything at all, also one whose CORS headers keep the answer from us. */
async function isThere(address: string): Promise<boolean> {
	try {
		await fetch(address, { mode: 'no-cors', credentials: 'omit', signal: AbortSignal.timeout(PROBE_MS) });
		return true;
	} catch {
		return false;
	}
}

/**
 * `fetch` says the same of a server that is down and of one that the browser keeps from us for want of a permission; a
 * request without CORS tells them apart.
 */
async function explain(
	error: unknown,
	{ url }: Pick<ServerEndpoint, 'url'>,
	hasOrigin: HasOrigin,
): Promise<Failure> {
	const failure = toFailure(error);
	if (failure.code !== 'unreachable') return failure;
	const address = normalizeEndpointUrl(url);
	const isKeptFromUs = !(await hasOrigin(address)) && (await isThere(address));
	return isKeptFromUs ? { ...failure, code: 'permission-needed' } : failure;
}

/** The key was forgotten when the browser closed: without it the words would go out only to be refused. */
function requireKey({ needsAuth }: ServerEndpoint, apiKey = ''): void {
	if (needsAuth && apiKey === '') throw new LockchatError('key-missing');
}

/** Asks Lockchat servers, by the client. */
export function createServerProvider({ hasOrigin }: { hasOrigin: HasOrigin }): Provider<ServerEndpoint> {
	return {
		complete(request, options) {
			requireKey(request.endpoint, request.apiKey);
			// Servers near by may cut a long prompt without a word, which shows only in their count of tokens.
			const includeUsage = serverKind.whereTo(request.endpoint)?.place !== 'public';
			// What was chosen for a chat comes before what was chosen for all of its server.
			const { parameters = {} } = request.endpoint;
			const temperature = request.temperature ?? parameters.temperature ?? null;
			return createCompletion({ includeUsage, ...parameters, ...request, temperature }, options);
		},
		resume(request, said, options) {
			requireKey(request.endpoint, request.apiKey);
			return resumeKept(request, said, options);
		},
		async check(endpoint, { model, ...access }) {
			requireKey(endpoint, access.apiKey);
			await checkEndpoint({ endpoint, model, ...access });
			const isResumable = endpoint.supportsStream && (await findResumable({ endpoint, ...access }));
			return { ok: true, model, isResumable };
		},
		listModels: (endpoint, access) => listModels({ endpoint, ...access }),
		explain: (error, endpoint) => explain(error, endpoint, hasOrigin),
	};
}
