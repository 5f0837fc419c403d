/** Where a block stands among words, Markdown has a line of its own for it. */
const BLOCKS =
	'address article aside blockquote dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ' +
	'nav ol p pre section summary table ul';
const BLOCK_NAMES = new Set(BLOCKS.split(' '));
const BLOCK_SELECTOR = BLOCKS.replaceAll(' ', ',');

export function nameOf(node: Node): string {
	return isElement(node) ? node.localName : '';
}

/** The nodes in a node. A list of the browser's, which lives, is many times slower to go through. */
export function nodesIn(node: Node): Node[] {
	const nodes: Node[] = [];
	for (let child = node.firstChild; child; child = child.nextSibling) nodes.push(child);
	return nodes;
}

export function isElement(node: Node): node is Element {
	return node.nodeType === 1;
}

/** Whether a node makes paragraphs, itself or by what stands in it. */
export function isBlock(node: Node): boolean {
	if (!isElement(node)) return false;
	return BLOCK_NAMES.has(nameOf(node)) || node.querySelector(BLOCK_SELECTOR) !== null;
}

const MARKS: Readonly<Record<string, string>> = {
	strong: '**',
	b: '**',
	em: '*',
	i: '*',
	del: '~~',
	s: '~~',
};

/** Code between so many backticks that none in it ends it. */
function codeSpan(code: string): string {
	const text = code.replace(/\s+/g, ' ').trim();
	if (text === '') return '';
	const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
	const fence = '`'.repeat(longest + 1);
	const space = /^`|`$/.test(text) ? ' ' : '';
	return `${fence}${space}${text}${space}${fence}`;
}

/** Puts marks around words, and leaves the spaces at their ends outside, where Markdown wants them. */
function marked(text: string, mark: string): string {
	const words = text.trim();
	if (words === '' || words.includes('\n')) return text;
	const start = text.slice(0, text.indexOf(words));
	return `${start}${mark}${words}${mark}${text.slice(start.length + words.length)}`;
}

function link(element: Element, text: string): string {
	const words = text.trim();
	const href = element.getAttribute('href') ?? '';
	if (words === '' || !/^(?:https?|mailto):/i.test(href)) return text;
	const address = href
		.replace(/[()\s<>]/g, encodeURIComponent)
		.replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));
	// A link to itself is written once.
	if (words === href) return text;
	return text.replace(words, () => `[${words.replace(/([[\]])/g, '\\$1')}](${address})`);
}

const RAISED: Readonly<Record<string, string>> = Object.fromEntries(
	[...'0123456789+-−()ni'].map((sign, at) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿⁱ'][at] ?? sign]),
);

/** What is raised is not what stands on the line: of a power without its mark, “10⁶” would be “106”. */
function raised(text: string): string {
	const signs = text.trim().split('');
	if (signs.length > 0 && signs.every((sign) => sign in RAISED))
		return signs.map((sign) => RAISED[sign]).join('');
	// A letter alone is mostly a power, but for the ends of ordinal numbers: 1er, 2e, 3o.
	if (/^[b-df-np-qs-z]$/i.test(text)) return `^${text}`;
	return /^[\p{L}\p{N}\s]*[+−=/*-][\p{L}\p{N}+−=/*\s-]*$/u.test(text) ? `^(${text})` : text;
}

/** White space as a browser draws it in a line. Most texts have single blanks only, and are returned as they are. */
function onOneLine(text: string): string {
	return /[^\S ]| {2}/.test(text) ? text.replace(/[^\S\u00A0]+/g, ' ') : text;
}

function inlineOf(node: Node): string {
	if (node.nodeType === 3) return onOneLine(node.nodeValue ?? '');
	if (!isElement(node)) return '';
	const name = nameOf(node);
	if (name === 'br') return '\n';
	if (/^(?:code|kbd|samp|tt)$/.test(name)) return codeSpan(node.textContent ?? '');
	const text = inlineMarkdown(nodesIn(node));
	if (name === 'a') return link(node, text);
	if (name === 'sup') return raised(text);
	if (name === 'q') return `“${text}”`;
	// How a word is read, above it.
	if (name === 'rt' && text.trim() !== '') return `(${text.trim()})`;
	const mark = MARKS[name];
	return mark === undefined ? text : marked(text, mark);
}

/** Words with their marks on one line, or on several where the page breaks them. */
export function inlineMarkdown(nodes: readonly Node[]): string {
	return (
		nodes
			.map(inlineOf)
			.join('')
			// Blanks become one first: a page can have as many in a row as it likes, and each would be tried as their beginning.
			.replace(/ {2,}/g, ' ')
			.replace(/ ?\n ?/g, '\n')
	);
}
