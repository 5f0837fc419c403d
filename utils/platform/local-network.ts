import type { HostKind } from '../lockchat/address/host-kind.ts';

/** How the browser is asked for the state of a permission; it rejects names that it does not know. */
export type QueryPermission = (name: string) => Promise<{ state: string }>;

const queryBrowser: QueryPermission = (name) =>
	// Names that the types do not know yet.
	navigator.permissions.query({ name: name as PermissionName });

/**
 * Whether the user has denied the extension this computer's programs, or its network. A request that is kept back for
 * that fails as one to a server that is down.
 *
 * Chromium 142 asks for `local-network-access`, 145 and Firefox 149 for one of two names in its place. That the state is
 * `prompt` says nothing: in Chromium 156 it is that for extensions whose requests go through.
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
