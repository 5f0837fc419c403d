const MASK = '•••';
/** Shorter ones are placeholders (`x`, `-`), and would tear words apart. */
const SHORTEST_SECRET = 4;
/** Keys by their looks, and whatever follows `Bearer`: the server may echo a key that is not ours. */
const KEY = /\b(?:sk|pk|rk|gsk|xai|hf|key)[-_][\w-]{8,}/g;
const BEARER = /\bbearer\s+[^\s"',;]+/gi;

/** `text` with every one of `secrets`, and all that looks like a key, replaced by dots. */
export function maskSecrets(text: string, secrets: readonly string[]): string {
	const known = secrets.filter((secret) => secret.length >= SHORTEST_SECRET);
	const forms = known.flatMap((secret) => [secret, encodeURIComponent(secret)]);
	// Longest first: a secret may be part of another.
	forms.sort((a, b) => b.length - a.length);
	return forms
		.reduce((masked, form) => masked.replaceAll(form, MASK), text)
		.replace(BEARER, `Bearer ${MASK}`)
		.replace(KEY, MASK);
}
