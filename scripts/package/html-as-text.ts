import type { Plugin } from 'vite';

/** Files of libraries that write HTML, and in how many places each does. Nothing that the extension uses needs any of them. */
const WRITERS: readonly { file: RegExp; places: number }[] = [
	// A <script> element, and `dangerouslySetInnerHTML`, once for ordinary and once for custom elements.
	{ file: /\/react-dom\/cjs\/react-dom-client\.production\.js$/, places: 3 },
	// `highlightElement`. The highlighting worker calls `highlight`, and has no elements.
	{ file: /\/highlight\.js\/lib\/core\.js$/, places: 1 },
];
const ASSIGNMENT = /\.innerHTML = /g;

/**
 * Takes the last ways to write HTML out of a production build: what a library would write as HTML is written as text.
 * So no flaw of the drawing could ever make elements of a model's words, and the stores' linter has nothing to warn of.
 * A library that changes stops the build, because then somebody has to look again.
 */
export const htmlAsText: Plugin = {
	name: 'lockchat:html-as-text',
	apply: 'build',
	transform(code, id) {
		const writer = WRITERS.find(({ file }) => file.test(id));
		if (!writer) return null;
		const places = code.match(ASSIGNMENT)?.length ?? 0;
		if (places !== writer.places)
			throw new Error(`${id} writes HTML in ${places} places, and not in ${writer.places} as it did`);
		return { code: code.replaceAll(ASSIGNMENT, '.textContent = '), map: null };
	},
};
