import { CJK } from './cjk.ts';

/**
 * Characters at which a bare address ends, beside spaces and `<`: full-width punctuation, quotation marks, an ellipsis,
 * the commas and full stops of other scripts. Letters of any script may be in an address (`/wiki/Москва`), and so may
 * `々`, `・` and a single dash.
 */
const ENDS = String.raw`(?=[\p{P}\p{S}\p{Z}])[\u3000-\u303f\ufe10-\ufe1f\ufe30-\ufe6f\uff00-\uff64]|[«»‹›‘-‟…،؛؟।॥]|——`;
const REACH = new RegExp(String.raw`^(?:(?!${ENDS})[^\s<])+`, 'u');

/** A host without a path. It ends before a Chinese word, since nobody puts a space between the two. */
const LATIN_HOST = new RegExp(
	String.raw`^(?:https?://)?(?:[^\s/?#]*\.)?[a-z\d-]+(?::\d+)?(?=[${CJK}])`,
	'iu',
);

const BEGINS_ADDRESS = /^(?:https?:\/\/|ftp:\/\/|www\.)/i;

/** The bare address that begins `source`, cut where it must end; empty when none begins there. */
export function readAddress(source: string): string {
	const address = BEGINS_ADDRESS.test(source) ? (REACH.exec(source)?.[0] ?? '') : '';
	return LATIN_HOST.exec(address)?.[0] ?? address;
}

/** Where `www.` begins directly after a character that needs no space after it. */
export const UNSPACED_WWW = new RegExp(String.raw`(?<=[${CJK}«»‘-‟…])www\.[a-z\d]`, 'iu');
