import { hostKind, unmapped } from './host-kind.ts';

type AddressProblem = 'missing' | 'invalid' | 'scheme' | 'credentials';
export type ParsedAddress = { ok: true; url: URL } | { ok: false; problem: AddressProblem };

/**
 * A server's address, from what a person typed or pasted. This is the one rule for it: the permission is asked for the
 * origin that is read here, and requests are sent to the same.
 *
 * What people copy along with an address is taken off it: quotes, brackets, the end of a sentence, the name of a
 * setting. Without a scheme it is http on this computer and in networks of the user's own, which hardly ever have a
 * certificate, and https elsewhere; port 443 speaks https wherever it is. The path is left as it stands.
 */
export function parseAddress(text: string): ParsedAddress {
	const typed = unwrap(text);
	if (typed === '') return { ok: false, problem: 'missing' };
	if (/\s/.test(typed)) return { ok: false, problem: 'invalid' };
	const url = withScheme(typed);
	if (url === null) return { ok: false, problem: 'invalid' };
	if (url.protocol !== 'http:' && url.protocol !== 'https:') return { ok: false, problem: 'scheme' };
	if (url.username !== '' || url.password !== '') return { ok: false, problem: 'credentials' };
	if (!HOST.test(url.hostname)) return { ok: false, problem: 'invalid' };
	// The dot of the root, or the end of a sentence: the address without it is the same server's.
	url.hostname = url.hostname.replace(/\.+$/, '');
	// Servers print the address that they listen on, and 0.0.0.0 means every interface: browsers refuse to connect to it.
	if (unmapped(url.hostname) === '0.0.0.0') url.hostname = '127.0.0.1';
	if (url.hostname === '[::]') url.hostname = '[::1]';
	return { ok: true, url };
}

/** `URL` also takes hosts such as `base_url=http` and `*`, which no server has. */
const HOST = /^(\[[\da-f:.]+\]|[\w-][\w.-]*)$/;
/** Full-width forms of ASCII, as Chinese and Japanese keyboards make them: U+FF01 to U+FF5E. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_WIDTH_OFFSET = 0xfee0;
const INVISIBLE = /[\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
/** Quotes and brackets of any script; a square bracket may be the beginning of an IPv6 address. */
const BEFORE = /^(?:[\s`'"*<|]|[\p{Pi}\p{Pf}]|(?!\[)\p{Ps}|\[(?=https?:))+/iu;
/** The same, and the signs that end a sentence in any script; some signs may end an address. */
const AFTER = /(?:[\s`>|]|[\p{Pi}\p{Pf}]|(?!\])\p{Pe}|(?![/#%&@\\])\p{Po}|(?<!\[[\da-f:.]*)\])+$/iu;
/** What names an address that has a scheme, or holds it: `OPENAI_BASE_URL=`, `"base_url": "`, `地址：`, `OpenAI(base_url="`. */
const IN_FRONT = /^(?:(?!https?:\/).)*["'`=:(<>|]\s*\W?(?=https?:\/)/is;
/** The mark of a list's item or a quotation, an option, the method of a request, or the program that makes one. */
const LEAD =
	/^(?:[-*•–—>]|\d+[.)]|get|post|url|--[\w-]+|(?:curl|wget)\b(?:(?!https?:\/).)*)\s+(?=\W?https?:\/)/is;
/** What follows such an address: more of a command, code or table, the version of the protocol, a remark. */
const BEHIND = /(?<=^https?:\/.*)(?:["'`<>].*|\s+(?:HTTP\/|[-–—\\([|&;]|\/\/|#\s).*|\([^()/]*\))$/is;
const QUOTES = /&(?:quot|#3[49]|[lg]t);/g;
/** Markdown's link: the address stands in the round brackets. */
const LINK = /^\[[^\]]*\]\((https?:[^()\s]+)\)\W?$/i;
const MISTYPED_SCHEME = /^(https?)(?:[:;]+\/\/|;\/|\/\/:?)/i;
/** A scheme that was pasted behind a scheme, as forms offer one. */
const DOUBLED_SCHEME = /^(?:https?:\/\/)+(?=https?:\/\/)/i;

function unwrap(text: string): string {
	const bare = text
		.replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET))
		.replace(INVISIBLE, '')
		.replace(QUOTES, '"')
		.trim()
		.replace(LINK, '$1')
		.replace(IN_FRONT, '')
		.replace(LEAD, '')
		.replace(BEHIND, '')
		.replace(BEFORE, '')
		.replace(AFTER, '')
		.replace(/(?:%20|%0[ad])+$/i, '')
		.replace(MISTYPED_SCHEME, '$1://')
		.replace(DOUBLED_SCHEME, '');
	// A path without one lower-case letter was typed with the caps lock on: it is meant in lower case.
	return /\p{Ll}/u.test(bare) ? bare : bare.toLowerCase();
}

/** `URL` takes `localhost:1234` for a scheme and a path, so a text that names no scheme gets one first. */
function withScheme(text: string): URL | null {
	if (/^(https?:|[a-z][a-z0-9+.-]*:\/\/)/i.test(text)) return toUrl(text);
	const bare = text.replace(/^\/\//, '');
	// This is a path or a port without a host. `URL` would make a host of either.
	if (/^(\/|\d{2,5}(\/|$))/.test(bare)) return null;
	const url = toUrl(`http://${bare}`);
	if (url === null || (hostKind(url.hostname) !== 'public' && url.port !== '443')) return url;
	return toUrl(`https://${bare}`);
}

function toUrl(text: string): URL | null {
	return URL.canParse(text) ? new URL(text) : null;
}
