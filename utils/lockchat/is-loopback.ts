/**
 * Whether a URL's host is this computer: `localhost` and names under it (RFC 6761), 127.0.0.0/8 and ::1.
 *
 * `hostname` as `URL` gives it: lower case, IPv4 in four decimal parts, IPv6 in brackets.
 */
export function isLoopback(hostname: string): boolean {
	return (
		hostname === 'localhost' ||
		hostname.endsWith('.localhost') ||
		hostname === '[::1]' ||
		/^127\.\d+\.\d+\.\d+$/.test(hostname)
	);
}
