import { hostKind, unmapped } from './host-kind.ts';

type AddressProblem = 'missing' | 'invalid' | 'scheme' | 'credentials';
export type ParsedAddress = { ok: true; url: URL } | { ok: false; problem: AddressProblem };

/**
 * A server's address, from what a person typed or pasted. This is the one rule for it: the permission is asked for the
 * origin that is read here, and requests are sent to the same.
 *
 * Without a scheme it is http on this computer and in networks of the user's own, which hardly ever have a
 * certificate, and https elsewhere; port 443 speaks https wherever it is. The path is left as it stands.
 */
export function parseAddress(text: string): ParsedAddress {
	const trimmed = text.trim();
	if (trimmed === '') return { ok: false, problem: 'missing' };
	if (/\s/.test(trimmed)) return { ok: false, problem: 'invalid' };
	const url = withScheme(trimmed);
	if (url === null || url.hostname === '') return { ok: false, problem: 'invalid' };
	if (url.protocol !== 'http:' && url.protocol !== 'https:') return { ok: false, problem: 'scheme' };
	if (url.username !== '' || url.password !== '') return { ok: false, problem: 'credentials' };
	// Servers print the address they listen on, but browsers refuse to connect to "every address".
	if (unmapped(url.hostname) === '0.0.0.0') url.hostname = '127.0.0.1';
	if (url.hostname === '[::]') url.hostname = '[::1]';
	return { ok: true, url };
}

/** `localhost:1234` looks like a scheme and a path to `URL`, so what names no scheme gets one first. */
function withScheme(text: string): URL | null {
	if (/^(https?:|[a-z][a-z0-9+.-]*:\/\/)/i.test(text)) return toUrl(text);
	const bare = text.replace(/^\/\//, '');
	const url = toUrl(`http://${bare}`);
	if (url === null || (hostKind(url.hostname) !== 'public' && url.port !== '443')) return url;
	return toUrl(`https://${bare}`);
}

function toUrl(text: string): URL | null {
	return URL.canParse(text) ? new URL(text) : null;
}
