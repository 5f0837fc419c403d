import type { Plugin } from 'vite';

interface Writer {
	file: RegExp;
	/** In how many places it writes HTML. */
	places: number;
	/** What stands there instead of `target.innerHTML = html`. */
	instead: (target: string, html: string) => string;
}

const asText: Writer['instead'] = (target, html) => `${target}.textContent = ${html}`;

/** Parsed in a document of its own, which runs no script and fetches nothing. */
const asInertNodes: Writer['instead'] = (target, html) =>
	`${target}.replaceChildren(...new DOMParser().parseFromString(${html}, "text/html").body.childNodes)`;

/** Files of libraries that write HTML. */
const WRITERS: readonly Writer[] = [
	// A <script> element, and `dangerouslySetInnerHTML`, once for ordinary and once for custom elements: never used here.
	{ file: /\/react-dom\/cjs\/react-dom-client\.production\.js$/, places: 3, instead: asText },
	// `highlightElement`. The highlighting worker calls `highlight`, and has no elements.
	{ file: /\/highlight\.js\/lib\/core\.js$/, places: 1, instead: asText },
	// It goes back to the page as it was before a try that found too little, and looks into <noscript>.
	{ file: /\/@mozilla\/readability\/Readability\.js$/, places: 2, instead: asInertNodes },
];
const ASSIGNMENT = /(\w+)\.innerHTML = ([^;)]+)/g;

/**
 * Takes the last ways to write HTML out of a production build. So no flaw of the drawing could ever make elements of a
 * model's words, and the stores' linter has nothing to warn of. A library that changes stops the build, because then
 * somebody has to look again.
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
		const safe = code.replaceAll(ASSIGNMENT, (_, target: string, html: string) =>
			writer.instead(target, html),
		);
		return { code: safe, map: null };
	},
};
