import { Readability } from '@mozilla/readability';
import { countOf } from '../collect/count-of.ts';
import { MarkdownWriter } from './to-markdown.ts';
import { TRANSCRIPT_LINES, takeTranscript, withTranscript } from './transcript.ts';

/** What is sent of a page. */
export interface Extract {
	/** Markdown. */
	text: string;
	/** How much of the text it was taken from is in it, from 0 to 1. */
	share: number;
}

/** A copy, for what changes a document while it reads it. */
function copyOf(document: Document): Document {
	const copy = document.implementation.createHTMLDocument();
	copy.documentElement.remove();
	copy.append(copy.importNode(document.documentElement, true));
	return copy;
}

/** All that stands in a page, as Markdown. */
export function extractAll({ body }: Document, writer = new MarkdownWriter()): Extract {
	return { text: writer.write(body), share: 1 };
}

/** What stands around a page's content by its own account. */
const AROUND = [
	'nav, footer, aside, button, dialog, menu',
	'[role=navigation], [role=banner], [role=contentinfo], [role=complementary], [role=search], [role=menu]',
	'[role=menubar], [role=toolbar], [role=dialog], [role=alertdialog], [role=tablist]',
].join(',');

const HEADERS = 'body > header, body > div > header';

/** What may be taken out of a document before it is written: what stands in it is not written ahead. */
export const MAY_BE_TAKEN_OUT = [AROUND, HEADERS, TRANSCRIPT_LINES].join(',');

/** How much text is in a node, without white space, in UTF-16 code units. */
function lengthOf(node: Node): number {
	return countOf(node.textContent ?? '');
}

/** A page's `main`, or all of it, without what stands around the content. */
function withoutAround(document: Document): Element {
	for (const element of document.querySelectorAll(AROUND)) {
		if (!element.querySelector('main, article, h1')) element.remove();
	}
	for (const header of document.querySelectorAll(HEADERS)) {
		if (!header.querySelector('h1')) header.remove();
	}
	const mains = document.querySelectorAll('main, [role=main]');
	const [main] = mains;
	return main && mains.length === 1 ? main : document.body;
}

/**
 * An article that has less than this of a page's content is only one of several things there. A page that says itself what
 * its content is (`main`) is believed more than one whose content is all that is left.
 */
const LEAST_OF_MAIN = 0.85;
const LEAST_OF_REST = 0.6;
/**
 * Readability's time grows with the elements and with the text: of a book on one page it would take as long as all else
 * together, and find little there that is not content. Such a page is no article. In UTF-16 code units without white space.
 */
const MOST_ELEMENTS = 20_000;
export const LONGEST_ARTICLE = 500_000;

function mayBeArticle(document: Document, length: number): boolean {
	return length <= LONGEST_ARTICLE && document.getElementsByTagName('*').length <= MOST_ELEMENTS;
}

function articleIn(document: Document): Element | null {
	// Readability looks through each element's text for the author's line, to take it out. With an author known it leaves
	// the line where it stands, in a quarter less time.
	const author = document.createElement('meta');
	author.name = 'author';
	author.content = '-';
	document.head.append(author);
	const serializer = (node: Node) => (node instanceof Element ? node : null);
	return new Readability(document, { serializer, keepClasses: true }).parse()?.content ?? null;
}

/**
 * The main text of a page: the article in it, where it is one, else all but what stands around. A forum's thread, a shop
 * or a table are no article, and Readability would give one piece of them.
 *
 * @param document is changed
 * @param given `length`: how much text is in it, where that is known, in UTF-16 code units without white space; `writer`:
 *   one that may have written some of it ahead
 */
export function extractMain(
	document: Document,
	{ length, writer = new MarkdownWriter() }: { length?: number; writer?: MarkdownWriter } = {},
): Extract {
	const whole = length ?? lengthOf(document.body);
	const heading = headingOf(document);
	const transcript = takeTranscript(document);
	const content = withoutAround(document);
	const inContent = lengthOf(content);
	const article = mayBeArticle(document, inContent) ? articleIn(copyOf(document)) : null;
	const inArticle = article ? lengthOf(article) : 0;
	const least = content === document.body ? LEAST_OF_REST : LEAST_OF_MAIN;
	const isArticle = article && inArticle >= inContent * least;
	const text = writer.write(isArticle ? article : content);
	const taken = (isArticle ? inArticle : inContent) + countOf(transcript);
	const share = whole === 0 ? 1 : Math.min(1, taken / whole);
	return { text: withTranscript(withHeading(text, heading), transcript), share };
}

/** Readability makes the page's heading one of the second rank, or leaves it out. */
function withHeading(text: string, heading: string): string {
	if (heading === '' || text === '' || text.includes(`\n# ${heading}`)) return text;
	const rest = text.replace(/^#{1,2} (.*)\n+/, (line, words) => (words === heading ? '' : line));
	return `# ${heading}\n\n${rest}`;
}

/** The page's heading, where it has one; it can stand apart from the text below it. */
function headingOf(document: Document): string {
	const headings = document.querySelectorAll('h1');
	const [heading] = headings;
	return heading && headings.length === 1 ? (heading.textContent ?? '').replace(/\s+/g, ' ').trim() : '';
}
