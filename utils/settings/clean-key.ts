/** What a key is pasted in: pairs of quotation marks and brackets. */
const PAIRS = [
	'""',
	"''",
	'``',
	'“”',
	'‘’',
	'””',
	'’’',
	'«»',
	'‹›',
	'„“',
	'„”',
	'「」',
	'『』',
	'<>',
	'()',
	'[]',
];
/** Characters without a width, which come along from web pages. */
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/g;
/** Names of variables, fields and headers that hold a key; a key itself may have a colon or end in `=`. */
const NAME = String.raw`(["']?)(?:\w*(?:api[ _-]?key|apikey|_key|token|secret)|key|(?:x-|api-)?api-key|authorization|[A-Z][A-Z0-9_]*_(?:KEY|TOKEN)|(?:api[ -]?)?(?:密[钥匙]|令牌|ключ|токен)|cl[ée](?: d['’])? ?api|clave(?: de)? api|api[ -]schlüssel)\1`;
const BEFORE = [
	/^(?:curl\s+)?(?:-H|--header)\s+/,
	/^--[\w-]*(?:key|token)(?:\s+|=)/i,
	/^[-*•]\s+/,
	/^\?(?=\w+=)/,
	/^process\.env\.(?=\w+\s*=)/,
	/^os\.environ\[["']\w+["']\]\s*=\s*/,
	/^(?:export|set|const|let|var|ENV)\s+(?=["']?[A-Za-z_]\w*\s*=)/,
	/^\$env:(?=[A-Za-z_]\w*\s*=)/i,
	/^setx\s+[A-Za-z_]\w*\s+/i,
	/^set\s+(?:-\w+\s+)+[A-Za-z_]\w*\s+/,
	/^\$(?=[A-Za-z_]\w*\s*=)/,
	new RegExp(String.raw`^(?:your|my|votre|ваш|мой)\s+(?=${NAME}\s*[:=])`, 'i'),
	new RegExp(String.raw`^${NAME}\s*[:=：＝]\s*(?=[\w"'\x60“‘«])`, 'i'),
	/^(?:Bearer|Token)\s+(?=\S+$)/i,
];
/** A comment behind a key, as files of settings have them, and a line break that an address has carried. */
const BEHIND = /\s+#.*$|(?:%0[ad]|\\[nr])+$|(?<=["'`”’»*])\.$/i;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_WIDTH_OFFSET = 0xfee0;

function withoutPair(text: string): string {
	const [first, inner, last] = [text.charAt(0), text.slice(1, -1), text.slice(-1)];
	const isPaired = inner !== '' && PAIRS.includes(first + last);
	return isPaired && !inner.includes(first) && !inner.includes(last) ? inner : text;
}

/**
 * The key in the text of a JSON object: its only text, or the one in a field that is named like a key. Where neither
 * is there, the text as it is.
 */
function fromJson(text: string): string {
	if (!text.startsWith('{')) return text;
	try {
		const entries = Object.entries(JSON.parse(text)).filter(([, value]) => typeof value === 'string');
		const named = entries.filter(([name]) => new RegExp(`^${NAME}$`, 'i').test(name));
		const [only, second] = named.length > 0 ? named : entries;
		return only && !second ? String(only[1]) : text;
	} catch {
		return text;
	}
}

/**
 * Takes the key out of what was pasted: the quotation marks, the variable, the header or the JSON around it go, and a
 * comma behind it. What may be part of the key stays, and `keyProblem` tells of it.
 */
export function cleanKey(text: string): string {
	let key = text
		.replace(INVISIBLE, '')
		.replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET))
		.trim();
	for (let before = ''; before !== key; ) {
		before = key;
		key = fromJson(
			withoutPair(
				key
					.replace(BEHIND, '')
					.replace(/[,;]+$/, '')
					.replace(/^\*\*([^*]+)\*\*$/, '$1')
					.trim(),
			),
		);
		for (const part of BEFORE) key = key.replace(part, '');
		key = key.trim();
	}
	return key;
}

/**
 * What can be sent: a key travels in a header, which takes visible ASCII. Letters that only look Latin are a common
 * mishap.
 */
const SENDABLE = /^[\x21-\x7e]*$/;
const SURROUNDINGS = /["'`{}<>]/;
/** Marks of a key of which only the ends are shown: pages show a key in full only once. */
const MASKED = /\*{3}|\.{3}/;

export type KeyProblem = 'key-characters' | 'key-extra' | 'key-masked';

/** What is wrong with a key that `cleanKey` has cleaned; null where nothing wrong is seen. */
export function keyProblem(key: string): KeyProblem | null {
	if (MASKED.test(key) || /[…•]/.test(key)) return 'key-masked';
	if (!SENDABLE.test(key)) return 'key-characters';
	return SURROUNDINGS.test(key) ? 'key-extra' : null;
}
