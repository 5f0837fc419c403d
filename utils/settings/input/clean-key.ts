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
	'【】',
	'《》',
];
/** Characters without a width, which come along from web pages. */
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/g;
/** Names of variables, fields and headers that hold a key; a key itself may have a colon or end in `=`. */
const NAME = String.raw`(["']?)(?:(?:[a-z_]\w*\.)?\w*(?:api[ _-]?key|apikey|_key|token|secret)|(?:secret |access )?key|(?:[a-z]+-)*(?:api-key|subscription-key|authorization)|bearer|[A-Z][A-Z0-9_]*_(?:KEY|TOKEN)|clave(?: de)? api)\1`;
const BEFORE = [
	/^(?:curl\s+)?(?:-H|--header)[\s=]*(?=["'\w])/,
	/^--[\w-]*(?:key|token)(?:\s+|=)/i,
	// The mark of a list, a quotation, a table or a shell's prompt.
	/^(?:[-*•>|$]|\d+[.)]|PS\b[^>]*>)\s+/,
	/^\?(?=\w+=)/,
	/^process\.env\.(?=\w+\s*=)/,
	/^(?:export|env|set|const|let|var|ENV)\s+(?=["']?[A-Za-z_]\w*\s*=)/,
	/^\$env:(?=[A-Za-z_]\w*\s*=)/i,
	/^setx\s+[A-Za-z_]\w*\s+/i,
	/^set\s+(?:-\w+\s+)+[A-Za-z_]\w*\s+/,
	/^\$(?=[A-Za-z_]\w*\s*=)/,
	new RegExp(String.raw`^${NAME}(?:\s*[:=＝]\s*|\s+(?:[-–—→]|[-=]>|is)\s+)(?=[\w"'\x60“‘«*])`, 'i'),
	// Any words and a colon in front of the only word. Without a blank a colon may be part of a key, but not behind letters
	// that no key has.
	/^[^:="'`]{1,60}:\s+(?=\S+$)/,
	/^[^:=]*[^\x20-\x7e][^:=]*[:=]\s*(?=\S+$)/,
	/^authorization\s+(?=bearer\s)/i,
	/^(?:Bearer|Token)\s+(?=\S+$)/i,
];
/** A key in quotation marks that a line of code gives a name. */
const IN_CODE = /^.*(?:key|token|authorization)["'\])]*\s*[:=]\s*f?(["'])((?:bearer )?[^"'\s]+)\1.*$/is;
/** A key in quotation marks, and the command that it is set for. */
const BEFORE_COMMAND = /^(["'])([^"'\s]+)\1\s+\w.*$/;
/** Behind a key: a comment, the next command, the next cell of a table, or a line break that an address has carried. */
const BEHIND =
	/\s+(?:#|\/\/).*$|\s*\\$|\s+\|$|(?<=^\S+)(?:\s+(?:&&|\|\|?)|\s*;\s).*$|(?<=^[A-Z_]+=(?!bearer)\S+)\s+\w.*$|(?:%0[ad]|\\[nr])+$|(?<=["'`”’»」』*])[.。]$/i;
/** Markdown's marks and fences, and the tags of a page. */
const FENCE = /^`{3}\w*\s+|\s+`{3}$|<\/?[a-z]+>/g;
const EMPHASIS = /^(\*{1,3}|~~|__?)([^*~]+)\1$/;
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
		.replace(/&(?:quot|#34|#39|apos|nbsp|lt|gt);/g, ' ')
		.replace(FENCE, '')
		.replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET))
		.trim();
	for (let before = ''; before !== key; ) {
		before = key;
		key = fromJson(
			withoutPair(
				key
					.replace(BEHIND, '')
					.replace(IN_CODE, '$2')
					.replace(BEFORE_COMMAND, '$2')
					.replace(/[,;]+$/, '')
					.replace(EMPHASIS, '$2')
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
