import { kinds } from './kinds.ts';
import { arabic, english, japanese, russian, type Words } from './texts.ts';

const LANGUAGES: readonly (readonly [name: string, words: Words, kinds: readonly string[]])[] = [
	['English', english, Object.keys(kinds)],
	['Russian', russian, ['article', 'news', 'docs', 'forum', 'shop', 'table', 'wiki', 'builder']],
	['Japanese', japanese, ['article', 'news', 'forum', 'shop', 'wiki']],
	['Arabic', arabic, ['article', 'news', 'docs', 'comments', 'table']],
];

export interface TestPage {
	name: string;
	html: string;
	/** What a person would copy. */
	main: string;
}

function textOf(node: Node): string {
	if (node.nodeType === 3) return node.nodeValue ?? '';
	const inner = [...node.childNodes].map(textOf).join('');
	return `${inner} `;
}

function readPage(name: string, marked: string): TestPage {
	const document = new DOMParser().parseFromString(marked, 'text/html');
	for (const element of document.querySelectorAll('[data-out]')) element.remove();
	const main = [...document.querySelectorAll('[data-main]')].map(textOf).join('\n');
	return { name, html: marked.replace(/ data-(?:main|out)(?=[ >])/g, ''), main };
}

/** Thirty pages of twelve kinds in four languages, with their text as it was marked by hand. */
export function allPages(): TestPage[] {
	return LANGUAGES.flatMap(([language, words, names]) =>
		names.map((kind) => readPage(`${kind}, ${language}`, kinds[kind]?.(words) ?? '')),
	);
}
