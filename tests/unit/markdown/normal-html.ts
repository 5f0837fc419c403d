import { safeUrl } from '../../../components/markdown/read/safe-url.ts';

/**
 * HTML in a form in which our own and the specification's can be compared. What our page draws otherwise by rule
 * is undone on both sides:
 *
 * - what we add (classes, `dir`, `target`, `rel`, heads of code blocks, containers) goes;
 * - headings stand two levels lower;
 * - links that may not be followed are their text;
 * - images are links with their alternative text, or that text alone where they stand in a link;
 * - the language of code is drawn as a label, not as a class;
 * - space between blocks does not count, and neither does how a character is escaped.
 */
export function normalHtml(html: string): string {
	const { body } = new DOMParser().parseFromString(`<body>${html}</body>`, 'text/html');
	return inside(body, { isCode: false, isLink: false })
		.replace(new RegExp(`\\s*(</?(?:${BLOCKS})(?: [^>]*)?>)\\s*`, 'g'), '$1')
		.trim();
}

const BLOCKS = 'br|p|h\\d|ul|ol|li|blockquote|pre|hr|table|thead|tbody|tr|th|td';
const INVISIBLE = '.md-code-head, .md-host';
const CONTAINERS = '.md-section, .md-group, .md-table, .md-code, .md-code > pre > code > span';

interface Place {
	isCode: boolean;
	isLink: boolean;
}

function inside(node: Node, place: Place): string {
	return [...node.childNodes].map((child) => serialize(child, place)).join('');
}

function serialize(node: Node, place: Place): string {
	if (!(node instanceof HTMLElement)) return text(node.textContent ?? '', place);
	if (node.matches(INVISIBLE)) return '';
	if (node.matches(CONTAINERS)) return inside(node, place);
	const title = node.getAttribute('title');
	const name = node.localName;
	if (name === 'a') return link(node.getAttribute('href'), title, inside(node, { ...place, isLink: true }));
	if (name === 'img') {
		const alternative = text(node.getAttribute('alt') ?? '', place);
		return place.isLink ? alternative : link(node.getAttribute('src'), title, alternative);
	}
	const start = node.getAttribute('start');
	const within = inside(node, { ...place, isCode: place.isCode || name === 'code' });
	return `<${levelled(node)}${start === null ? '' : ` start=${start}`}>${within}</${levelled(node)}>`;
}

function levelled(element: HTMLElement): string {
	const level = /^h(\d)$/.exec(element.localName)?.[1];
	const isOurs = element.classList.contains('md-heading');
	return level === undefined || isOurs ? element.localName : `h${Math.min(Number(level) + 2, 6)}`;
}

function link(address: string | null, title: string | null, within: string): string {
	const href = safeUrl(address ?? '');
	return href === null ? within : `<a ${decodeURI(href)} ${title ?? ''}>${within || decodeURI(href)}</a>`;
}

/** In code every space counts, so there it is made visible. */
function text(value: string, { isCode }: Place): string {
	const escaped = value.replaceAll('<', '‹').replaceAll('>', '›');
	return isCode ? escaped.replaceAll('\n', '⏎').replaceAll(' ', '␣') : escaped.replace(/[ \t\n]+/g, ' ');
}
