import { isOfFormula, tagsInFormula } from './formula-tags.ts';
import { attributeOf, baseOf, hasAttributes } from './nodes.ts';

/** Elements that are left out with all that stands in them: they show no text, or text that the user has typed. */
const LEFT_OUT = new Set(
	(
		'script style noscript template head link meta title iframe frame frameset object embed canvas video audio svg ' +
		'map input textarea select option datalist progress meter noframes noembed'
	).split(' '),
);

/** Elements that mean something; others become `div` or `span`, by how they are drawn. */
const KEPT = new Set(
	(
		'article main section aside nav header footer div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody ' +
		'tfoot tr td th pre code kbd samp blockquote q em strong b i u s del ins sub sup a br hr figure figcaption details ' +
		'summary time address span mark small cite abbr button rt'
	).split(' '),
);

const EMPTY = new Set(['br', 'hr']);
/** What an extractor judges a part of the page by, and what Markdown needs. */
const ATTRIBUTES = ['id', 'class', 'role', 'itemprop', 'start', 'value', 'colspan', 'rowspan', 'lang', 'dir'];
const MAX_ATTRIBUTE = 200;
/** A longer address would carry more words than the text around it. */
const MAX_ADDRESS = 500;

const READ_BY_EYE = /(?:^|\s)(?:katex-html|ytwTranscriptSegmentViewModelTimestamp)(?:\s|$)/;

/**
 * @param name the element's local name
 * @param isBesideDialog whether it stands beside an open dialog, or beside what a dialog stands in: libraries hide that from
 *   screen readers meanwhile, though everybody sees it
 */
export function isLeftOut(
	element: Element,
	name: string,
	isBesideDialog: (element: Element) => boolean,
): boolean {
	if (LEFT_OUT.has(name)) return true;
	if (!hasAttributes(element) || attributeOf(element, 'aria-hidden') !== 'true') return false;
	if (isBesideDialog(element)) return false;
	// A formula is written twice: for readers, hidden from screen readers, and the other way round. So are the times in a
	// transcript of YouTube.
	return !READ_BY_EYE.test(attributeOf(element, 'class') ?? '');
}

export function escapeHtml(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function attribute(name: string, value: string): string {
	return ` ${name}="${escapeHtml(value).replace(/"/g, '&quot;')}"`;
}

/** An address as a link of a text may have it; null for others, such as `javascript:`. */
function linkAddress(href: string): string | null {
	try {
		const { href: address, protocol } = new URL(href, baseOf(document));
		return /^(?:https?|mailto):$/.test(protocol) && address.length <= MAX_ADDRESS ? address : null;
	} catch {
		return null;
	}
}

interface Tags {
	readonly open: string;
	readonly close: string;
}

/**
 * The tags around what stands in an element.
 *
 * @param own the element's local name
 */
export function tagsOf(element: Element, own: string, display: string): Tags {
	if (isOfFormula(element)) return tagsInFormula(element, own);
	const isKept = KEPT.has(own) && !(own === 'span' && isBlock(display));
	const name = isKept ? own : isBlock(display) ? 'div' : 'span';
	const plain = plainTags(name);
	if (!hasAttributes(element)) return plain;
	return { open: `<${name}${attributesOf(element, name)}>`, close: plain.close };
}

const plain = new Map<string, Tags>();

/** The tags of an element without attributes: most have none, and share these. */
function plainTags(name: string): Tags {
	const known = plain.get(name) ?? { open: `<${name}>`, close: EMPTY.has(name) ? '' : `</${name}>` };
	plain.set(name, known);
	return known;
}

function attributesOf(element: Element, name: string): string {
	const attributes = ATTRIBUTES.map((key) => {
		const value = attributeOf(element, key);
		return value ? attribute(key, value.slice(0, MAX_ATTRIBUTE)) : '';
	});
	const href = name === 'a' ? attributeOf(element, 'href') : null;
	const address = href === null ? null : linkAddress(href);
	if (address !== null) attributes.push(attribute('href', address));
	return attributes.join('');
}

function isBlock(display: string): boolean {
	return !/^(?:inline|contents|ruby)/.test(display);
}
