import { isAsItStands, tidyPath } from '../lockchat/address/endpoint-url.ts';
import { parseAddress } from '../lockchat/address/parse-address.ts';

export type ServerUrlProblem = 'url-missing' | 'url-invalid' | 'url-scheme' | 'url-credentials' | 'url-blank';
export type ParsedServerUrl = { ok: true; url: string } | { ok: false; problem: ServerUrlProblem };

/**
 * A blank that documentation leaves in an address: `{resource}`, `${ACCOUNT}`, `/<gateway>/`, `YOUR-RESOURCE`. An
 * address that stands in brackets as a whole has none: it has dots or slashes between them.
 */
const BLANK = /\{[^{}/.]*\}|%7B|[/.]<[^<>/]+>|<[^<>/.]+>[/.]|(^|[/.=])YOUR[-_][A-Z]|[/.]your-resource/;

/**
 * The address of a server as it is stored, from what a person typed or pasted: the origin that the client would ask,
 * and the base of its path. A query stays (some servers want a version there), a fragment goes. One that ends in `#`
 * stays as it stands. One with a blank in it is none yet.
 */
export function parseServerUrl(text: string): ParsedServerUrl {
	if (BLANK.test(text)) return { ok: false, problem: 'url-blank' };
	const parsed = parseAddress(text);
	if (!parsed.ok) return { ok: false, problem: `url-${parsed.problem}` };
	const { url } = parsed;
	return { ok: true, url: isAsItStands(url) ? url.href : url.origin + tidyPath(url) + url.search };
}

/** The origin that is asked under an address; null where it is none. */
export function serverOrigin(text: string): string | null {
	const parsed = parseAddress(text);
	return parsed.ok ? parsed.url.origin : null;
}
