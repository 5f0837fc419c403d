import { isAsItStands, tidyPath } from '../../lockchat/address/endpoint-url.ts';
import { parseAddress } from '../../lockchat/address/parse-address.ts';

export type ServerUrlProblem = 'url-missing' | 'url-invalid' | 'url-scheme' | 'url-credentials' | 'url-blank';
export type ParsedServerUrl = { ok: true; url: string } | { ok: false; problem: ServerUrlProblem };

/**
 * A blank that documentation leaves in an address: `{resource}`, `${ACCOUNT}`, `$ACCOUNT`, `/<gateway>/`, `/[account]/`,
 * `/:model`, `YOUR-RESOURCE`. An
 * address that stands in brackets as a whole is not one: it has dots or slashes between the brackets.
 */
const BLANK =
	/\{[^{}/."']*\}|%7B|\/\$[A-Z]|(?<!\/)\/:[a-z]|[/.]\[[\w-]+\]|[/.]<[^<>/]+>|<[^<>/.]+>[/.]|(^|[/.=])YOUR[-_][A-Z]|[/.]your-resource/;

/**
 * The address of a server as it is stored, from what a person typed or pasted: the origin that the client asks, and
 * the base of its path. A query stays, since some servers want a version in it, and a fragment is removed. An address
 * that ends in `#` stays as it stands. An address with a blank in it cannot be asked yet, and is a problem.
 */
export function parseServerUrl(text: string): ParsedServerUrl {
	if (BLANK.test(text)) return { ok: false, problem: 'url-blank' };
	const parsed = parseAddress(text);
	if (!parsed.ok) return { ok: false, problem: `url-${parsed.problem}` };
	const { url } = parsed;
	return { ok: true, url: isAsItStands(url) ? url.href : url.origin + tidyPath(url) + url.search };
}

/** The origin that is asked for this address; null where the text is no address. */
export function serverOrigin(text: string): string | null {
	const parsed = parseAddress(text);
	return parsed.ok ? parsed.url.origin : null;
}
