/** Names by which scripts of extensions have found, or could find, what they left in a document. */
export const NAMES_OF_OURS = [
	'piecesOfPages',
	'collectShownPage',
	'pieceOfShownPage',
	'lockchatMarks',
	'lookAtMarked',
	'writeMarked',
	'Symbol(lockchat.pieces)',
	'lockchat.collect',
	'lockchat.piece',
	'lockchat.pieces',
	'lockchat.marks',
	'lockchat.look',
	'lockchat.write',
	'lockchat.bar',
	'browser',
];

/** Elements and frames that pose as properties of the window, by their ids and by their names. */
export const posingAs = (names: readonly string[]): string =>
	names
		.map(
			(name) =>
				`<b id="${name}"></b><form name="${name}"><input name="runtime"></form><iframe name="${name}" hidden></iframe>`,
		)
		.join('');
