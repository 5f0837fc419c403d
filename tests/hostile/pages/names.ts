/** Names by which scripts of extensions have found, or could find, what they left in a document. */
export const NAMES_OF_OURS = [
	'collectShownPage',
	'lockchatMarks',
	'lookAtMarked',
	'writeMarked',
	'Symbol(lockchat.collect)',
	'lockchat.collect',
	'isReaderThere',
	'lockchat.marks',
	'lockchat.look',
	'lockchat.write',
	'lockchat.bar',
	'browser',
	'chrome',
];

/** Elements and frames that pose as properties of the window, by their ids and by their names. */
export const posingAs = (names: readonly string[]): string =>
	names
		.map(
			(name) =>
				`<b id="${name}"></b><form name="${name}"><input name="runtime"></form><iframe name="${name}" hidden></iframe>`,
		)
		.join('');

/** Pictures and forms that pose as properties of the document. */
export const SHADOWED_DOCUMENT = [
	'activeElement',
	'body',
	'contentType',
	'createRange',
	'createTreeWalker',
	'documentElement',
	'execCommand',
	'getSelection',
	'hasFocus',
	'title',
]
	.map((name, at) => (at % 2 ? `<img name="${name}" alt="">` : `<form name="${name}"></form>`))
	.join('');

/** Fields that pose as properties of the form in which they stand. */
export const SHADOWED_FORM = [
	'closest',
	'compareDocumentPosition',
	'contains',
	'dispatchEvent',
	'focus',
	'getAttribute',
	'getBoundingClientRect',
	'getRootNode',
	'innerText',
	'isConnected',
	'isContentEditable',
	'parentElement',
	'querySelector',
	'querySelectorAll',
	'shadowRoot',
	'textContent',
]
	.map((name) => `<input name="${name}" type="hidden">`)
	.join('');
