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
