/** The beginning of an HTML page or of a piece of one. A model's special token, such as `<|im_end|>`, is not meant. */
const MARKUP = /^\s*<(!doctype|!--|\?xml|[a-z][a-z0-9]*[\s/>])/i;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", nbsp: ' ' };
/** Control characters, and characters that change the direction of the text behind them. */
const INVISIBLE = /[\p{Cc}\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

export function isMarkup(text: string): boolean {
	return MARKUP.test(text);
}

/** Makes one line of plain text: removes markup, if the text is markup, and control characters. */
export function toPlainText(text: string): string {
	const plain = isMarkup(text) ? textOfMarkup(text) : text;
	return plain.replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim();
}

/** The title of a page, or else all text outside of its tags. It takes linear time for every input. */
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

/** Angle brackets stay encoded, so that a text that was no markup does not become markup. */
function decodeEntities(text: string): string {
	return text
		.replace(/&(amp|quot|apos|nbsp);/g, (entity, name: string) => ENTITIES[name] ?? entity)
		.replaceAll('&#39;', "'");
}

const MASK = '•••';
/** Keys shorter than this are placeholders (`x`, `-`); masking them would tear words apart. */
const SHORTEST_SECRET = 4;
/** Texts that look like keys, and whatever follows `Bearer`, since the server may echo a key that we do not know. */
const KEY =
	/\b(?:sk|pk|rk|gsk|xai|hf|key|nvapi|csk|pplx|ghp|github_pat|tgp|r8)[-_][\w-]{8,}|\bAIza[\w-]{20,}/g;
const BEARER = /\bbearer\s+[^\s"',;]+/gi;

/** `text` with dots in the place of each of the `secrets` and of everything that looks like a key. */
function maskSecrets(text: string, secrets: readonly string[]): string {
	const known = secrets.filter((secret) => secret.length >= SHORTEST_SECRET);
	const forms = known.flatMap((secret) => [secret, encodeURIComponent(secret)]);
	// The longest come first, since a secret may be part of another.
	forms.sort((a, b) => b.length - a.length);
	return forms
		.reduce((masked, form) => masked.replaceAll(form, MASK), text)
		.replace(BEARER, `Bearer ${MASK}`)
		.replace(KEY, MASK);
}

/** How long a detail may be, in UTF-16 code units. */
const LONGEST_DETAIL = 500;

/**
 * Makes a server's words fit to be shown and stored: plain text on one line, with keys masked, and shortened; `undefined`
 * if nothing is left. Keys are masked before the text is cut: a key that is cut in half would not be found.
 */
export function describeComplaint(text: string, secrets: readonly string[]): string | undefined {
	const masked = maskSecrets(toPlainText(text), secrets);
	const short = masked.length > LONGEST_DETAIL ? `${masked.slice(0, LONGEST_DETAIL - 1)}…` : masked;
	return short === '' ? undefined : short.toWellFormed();
}
