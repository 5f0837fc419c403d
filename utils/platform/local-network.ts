import type { HostKind } from '../lockchat/address/host-kind.ts';

/** Asks the browser for the state of a permission. It rejects for names that the browser does not know. */
export type QueryPermission = (name: string) => Promise<{ state: string }>;

const queryBrowser: QueryPermission = (name) =>
	// The types do not know these names yet.
	navigator.permissions.query({ name: name as PermissionName });

/**
 * Whether the user has forbidden the extension to reach programs on this computer, or this computer's network. A
 * request that is held back for that fails just as one to a server that is down.
 *
 * Chromium 142 calls the permission `local-network-access`; Chromium 145 and Firefox 149 have one of two names
 * instead. The state `prompt` says nothing: in Chromium 156 it is the state for extensions whose requests go through.
 *
 * @see https://wicg.github.io/local-network-access/
 */
export async function isLocalNetworkDenied(place: HostKind, query = queryBrowser): Promise<boolean> {
	if (place === 'public') return false;
	for (const name of [place === 'loopback' ? 'loopback-network' : 'local-network', 'local-network-access']) {
		try {
			return (await query(name)).state === 'denied';
		} catch {
			// The browser does not know this name.
		}
	}
	return false;
}
