/** Where a server is: on this computer, in a network of the user's own, or out on the internet. */
export type HostKind = 'loopback' | 'private' | 'public';

/**
 * `localhost` and the names under it (RFC 6761), its spellings in files of hosts, 127.0.0.0/8, ::1, and the address that means every interface
 * (0.0.0.0, ::), which is asked as loopback.
 */
const LOOPBACK = [
	/^(?:ip6-)?localhost\d?(?:\.localdomain\d?)?$/,
	/\.localhost$/,
	/^127\.\d+\.\d+\.\d+$/,
	/^0\.0\.0\.0$/,
	/^\[::1\]$/,
	/^\[::\]$/,
];

/**
 * Addresses of RFC 1918, 2544, 3879, 3927, 4193, 4291 and 6598 (mesh VPNs use those too), names of RFC 6762 with those of
 * its appendix G, and of RFC 8375, `.localdomain`, and names without a dot.
 */
const PRIVATE = [
	/^10\.\d+\.\d+\.\d+$/,
	/^172\.(1[6-9]|2\d|3[01])\.\d+\.\d+$/,
	/^192\.168\.\d+\.\d+$/,
	/^169\.254\.\d+\.\d+$/,
	/^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.\d+\.\d+$/,
	/^198\.1[89]\.\d+\.\d+$/,
	/^\[f[cd][0-9a-f]{2}:/,
	/^\[fe[89a-f][0-9a-f]:/,
	/\.(local|localdomain|lan|home|corp|intranet|private|internal|home\.arpa)$/,
	/^[^.[\]]+$/,
];

/** The IPv4 address that an IPv6 host stands for (`[::ffff:7f00:1]`, RFC 4291, 2.5.5.2); any other host as it is. */
export function unmapped(hostname: string): string {
	const mapped = /^\[::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/.exec(hostname);
	if (!mapped) return hostname;
	const halves = mapped.slice(1).map((half) => Number.parseInt(half, 16));
	return halves.flatMap((half) => [half >> 8, half & 0xff]).join('.');
}

/** Tells where a host is. `hostname` is as `URL` gives it: in lower case, IPv4 in four decimal parts, IPv6 in brackets. */
export function hostKind(hostname: string): HostKind {
	// "localhost." is localhost: the dot at the end only says that the name is complete.
	const host = unmapped(hostname).replace(/\.$/, '');
	if (LOOPBACK.some((pattern) => pattern.test(host))) return 'loopback';
	return PRIVATE.some((pattern) => pattern.test(host)) ? 'private' : 'public';
}
