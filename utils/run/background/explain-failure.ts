import { normalizeEndpointUrl } from '../../lockchat/address/endpoint-url.ts';
import { LockchatError } from '../../lockchat/lockchat-error.ts';
import type { Failure } from '../../lockchat/types.ts';

/** How long a server may take to show that it is there. */
const PROBE_MS = 3_000;

/** True if the extension holds the permission for this server's origin. */
export type HasOrigin = (url: string) => Promise<boolean>;

/** A server that answers anything at all, also one whose CORS headers keep the answer from us. */
async function isThere(url: string): Promise<boolean> {
	try {
		await fetch(url, { mode: 'no-cors', credentials: 'omit', signal: AbortSignal.timeout(PROBE_MS) });
		return true;
	} catch {
		return false;
	}
}

/**
 * Makes plain data of whatever a request threw.
 *
 * `fetch` says the same of a server that is down and of one that the browser keeps from us for want of a
 * permission; a request without CORS tells them apart.
 */
export async function explainFailure(error: unknown, url: string, hasOrigin: HasOrigin): Promise<Failure> {
	if (!(error instanceof LockchatError)) {
		return { code: 'internal', detail: error instanceof Error ? error.message : String(error) };
	}
	const failure = error.toFailure();
	if (failure.code !== 'unreachable') return failure;
	// Asked it was, so it is an address, if not one in the form that everybody else expects.
	const address = normalizeEndpointUrl(url);
	const isKeptFromUs = !(await hasOrigin(address)) && (await isThere(address));
	return isKeptFromUs ? { ...failure, code: 'permission-needed' } : failure;
}
