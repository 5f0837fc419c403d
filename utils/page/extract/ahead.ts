import { LONGEST_ARTICLE, MAY_BE_TAKEN_OUT } from './extract-page.ts';
import { MarkdownWriter } from './to-markdown.ts';

/**
 * Writes what has come of a long page as Markdown while the rest of it is still being read, so that little is left to do
 * at its end. Shorter pages may turn out to be articles, and are written from those.
 */
export class WrittenAhead {
	readonly writer = new MarkdownWriter();
	/** What has been written, or cannot be. */
	#seen = new WeakSet<Element>();

	/** @param length of the HTML of which the document has been parsed so far */
	hear({ body }: Document, length: number): void {
		if (body && length > LONGEST_ARTICLE) this.#writeIn(body);
	}

	/** Writes what is whole in an element that may not be: all but what stands last in it. */
	#writeIn(element: Element): void {
		const last = element.lastElementChild;
		// Code and tables are written as a whole, and parsers put what stands wrongly in a table in front of it.
		if (!last || /^(?:pre|table)$/.test(last.localName)) return;
		let child = last.previousElementSibling;
		for (; child && !this.#seen.has(child); child = child.previousElementSibling) this.#writeWhole(child);
		if (!last.matches(MAY_BE_TAKEN_OUT)) this.#writeIn(last);
	}

	#writeWhole(element: Element): void {
		this.#seen.add(element);
		if (element.matches(MAY_BE_TAKEN_OUT)) return;
		if (element.querySelector(MAY_BE_TAKEN_OUT))
			for (const child of element.children) this.#writeWhole(child);
		else this.writer.writeAhead(element);
	}
}
