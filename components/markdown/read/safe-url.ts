import { MAX_URL_LENGTH } from './limits.ts';

const ALLOWED = new Set(['http:', 'https:', 'mailto:']);

/**
 * The address a link may lead to, or null when it may not be followed.
 *
 * Only absolute http, https and mailto addresses pass: a relative one would lead into the extension. Control
 * characters go first, because browsers skip them too: `java\tscript:` is a script. A backslash is a character
 * like any other to Markdown, but a slash to browsers.
 *
 * @param text the destination, its character references decoded
 */
export function safeUrl(text: string): string | null {
	if (text.length > MAX_URL_LENGTH) return null;
	const address = text
		.replace(/\p{Cc}/gu, '')
		.trim()
		.replaceAll('\\', '%5C');
	if (!/^[a-z][a-z\d+.-]*:/i.test(address)) return null;
	if (!URL.canParse(address)) return null;
	const url = new URL(address);
	return ALLOWED.has(url.protocol) ? url.href : null;
}

/** The last parts of names that look like a host and are none, such as `index.html`. */
const FILE_ENDS =
	/\.(?:c|cc|cfg|conf|cpp|cs|css|csv|go|gz|h|html?|ini|java|jpe?g|js|json|jsx|kt|lock|log|mjs|pdf|php|png|svg|toml|tsx?|txt|vue|xml|ya?ml)$/i;

/** What looks like a host: a scheme with what stands before the path, or a bare name with a dot in it. */
const HOST_LIKE = /(?:https?:\/\/[^\s/?#]+|(?:[\p{L}\p{N}_-]+[.．。｡])+\p{L}[\p{L}\p{N}-]+)/giu;

/**
 * The host to be shown beside a link, where its text could make the reader expect another: it names a host that
 * is not the target's, or the target's own is written in letters that look like others (`xn--…`).
 *
 * @param text what the reader sees
 * @param href absolute, as `safeUrl` gives it
 */
export function shownHost(text: string, href: string): string | null {
	const url = new URL(href);
	if (url.protocol === 'mailto:') return null;
	const host = url.hostname;
	if (/(?:^|\.)xn--/.test(host) && !text.includes(host)) return host;
	for (const [named] of text.matchAll(HOST_LIKE)) {
		if (!isScheme(named) && FILE_ENDS.test(named)) continue;
		if (!leadsTo(named, host)) return host;
	}
	return null;
}

function isScheme(named: string): boolean {
	return /^https?:/i.test(named);
}

function leadsTo(named: string, host: string): boolean {
	const address = isScheme(named) ? named : `https://${named}`;
	if (!URL.canParse(address)) return false;
	const url = new URL(address);
	// `https://bank.example@evil.example` reads like an address of bank.example and leads to evil.example.
	if (url.username !== '' || url.password !== '') return false;
	return bare(url.hostname) === bare(host) || host.endsWith(`.${bare(url.hostname)}`);
}

function bare(host: string): string {
	return host.replace(/^www\./, '').replace(/\.$/, '');
}
