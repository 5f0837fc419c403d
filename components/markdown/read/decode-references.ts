/** Character references that models often write. All others are looked up in the browser. */
const COMMON: Readonly<Record<string, string>> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: '\u00A0',
};

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,31}));/g;

const found = new Map<string, string>(Object.entries(COMMON));

/** Replaces HTML's character references (`&lt;`, `&#35;`, `&HilbertSpace;`) by what they stand for; unknown ones stay. */
export function decodeReferences(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(REFERENCE, (_, decimal?: string, hexadecimal?: string, name?: string) => {
		if (name !== undefined) return lookUp(name);
		return fromCodePoint(decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal));
	});
}

function fromCodePoint(code: number): string {
	if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\uFFFD';
	return String.fromCodePoint(code);
}

/**
 * The browser knows all 2,231 names. What it parses is one name of letters and digits in an inert document, and
 * only text is taken from it.
 */
function lookUp(name: string): string {
	const known = found.get(name);
	if (known !== undefined) return known;
	const parsed = new DOMParser().parseFromString(`&${name};`, 'text/html').body.textContent;
	found.set(name, parsed);
	return parsed;
}
