/** Where a server is: on this computer, in a network of the user's own, or out on the internet. */
export type HostKind = 'loopback' | 'private' | 'public';

const LOOPBACK = [/^localhost$/, /\.localhost$/, /^127\.\d+\.\d+\.\d+$/, /^0\.0\.0\.0$/, /^\[::1\]$/];

/** RFC 1918, 3927, 4193, 4291, 6598 (also used by mesh VPNs), 6762, 8375, 9476's kin, and names without a dot. */
const PRIVATE = [
	/^10\.\d+\.\d+\.\d+$/,
	/^172\.(1[6-9]|2\d|3[01])\.\d+\.\d+$/,
	/^192\.168\.\d+\.\d+$/,
	/^169\.254\.\d+\.\d+$/,
	/^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.\d+\.\d+$/,
	/^\[f[cd][0-9a-f]{2}:/,
	/^\[fe[89ab][0-9a-f]:/,
	/\.(local|lan|internal|home\.arpa)$/,
	/^[^.[\]]+$/,
];

/** `hostname` as `URL` gives it: lower case, IPv6 in brackets. */
export function hostKind(hostname: string): HostKind {
	if (LOOPBACK.some((pattern) => pattern.test(hostname))) return 'loopback';
	return PRIVATE.some((pattern) => pattern.test(hostname)) ? 'private' : 'public';
}
