import { maskSecrets } from './mask-secrets.ts';
import { toPlainText } from './plain-text.ts';

/** In UTF-16 code units. */
const LONGEST_DETAIL = 500;

/**
 * A server's words made fit to be shown and stored: plain text on one line, keys masked, shortened.
 * `undefined` when nothing is left. The order matters: a key cut in half would no longer be found.
 */
export function describeComplaint(text: string, secrets: readonly string[]): string | undefined {
	const masked = maskSecrets(toPlainText(text), secrets);
	const short = masked.length > LONGEST_DETAIL ? `${masked.slice(0, LONGEST_DETAIL - 1)}…` : masked;
	return short === '' ? undefined : short.toWellFormed();
}
