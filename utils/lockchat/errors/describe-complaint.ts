/** What opens a page or a fragment of one, and not a model's special token such as `<|im_end|>`. */
const MARKUP = /^\s*<(!doctype|!--|\?xml|[a-z][a-z0-9]*[\s/>])/i;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", nbsp: ' ' };
/** Control characters, and those that turn the direction of what follows. */
const INVISIBLE = /[\p{Cc}\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

function isMarkup(text: string): boolean {
	return MARKUP.test(text);
}

/** One line of plain text: markup is taken out, if it is any, and so are control characters. */
function toPlainText(text: string): string {
	const plain = isMarkup(text) ? textOfMarkup(text) : text;
	return plain.replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim();
}

/** The title where there is one, else all text outside of tags. Linear in the length, whatever the input. */
function textOfMarkup(html: string): string {
	const lower = html.toLowerCase();
	const texts: string[] = [];
	let position = 0;
	while (position < html.length) {
		const open = html.indexOf('<', position);
		texts.push(html.slice(position, open === -1 ? undefined : open));
		const close = open === -1 ? -1 : html.indexOf('>', open);
		if (close === -1) break;
		position = close + 1;
		const name = /^[a-z]+/.exec(lower.slice(open + 1, open + 10))?.[0];
		if (name !== 'title' && name !== 'script' && name !== 'style') continue;
		const end = lower.indexOf(`</${name}`, position);
		const inside = html.slice(position, end === -1 ? undefined : end);
		if (name === 'title' && inside.trim() !== '') return decodeEntities(inside);
		if (end === -1) break;
		position = end;
	}
	return decodeEntities(texts.join(' '));
}

/** Angle brackets stay encoded, so that what was not markup does not become it. */
function decodeEntities(text: string): string {
	return text
		.replace(/&(amp|quot|apos|nbsp);/g, (entity, name: string) => ENTITIES[name] ?? entity)
		.replaceAll('&#39;', "'");
}

const MASK = '•••';
/** Shorter ones are placeholders (`x`, `-`), and would tear words apart. */
const SHORTEST_SECRET = 4;
/** Keys by their looks, and whatever follows `Bearer`: the server may echo a key that is not ours. */
const KEY = /\b(?:sk|pk|rk|gsk|xai|hf|key)[-_][\w-]{8,}/g;
const BEARER = /\bbearer\s+[^\s"',;]+/gi;

/** `text` with every one of `secrets`, and all that looks like a key, replaced by dots. */
function maskSecrets(text: string, secrets: readonly string[]): string {
	const known = secrets.filter((secret) => secret.length >= SHORTEST_SECRET);
	const forms = known.flatMap((secret) => [secret, encodeURIComponent(secret)]);
	// Longest first: a secret may be part of another.
	forms.sort((a, b) => b.length - a.length);
	return forms
		.reduce((masked, form) => masked.replaceAll(form, MASK), text)
		.replace(BEARER, `Bearer ${MASK}`)
		.replace(KEY, MASK);
}

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
