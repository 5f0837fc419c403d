/** The longest name of a file that is shown and sent, in UTF-16 code units. */
const MAX_LENGTH = 120;
const MAX_ENDING = 12;

/** Characters that draw nothing or turn the direction of what follows: `invoice\u202Efdp.exe` would read as a PDF. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}]/gu;

/**
 * A file's name as it is shown and sent: on one line, without folders and without what draws nothing. A long one loses
 * its middle and keeps its ending. Empty where nothing is left of it.
 */
export function fileNameOf(name: string): string {
	const last = name.split(/[/\\]/).at(-1) ?? '';
	const plain = last
		.replace(/[\p{Z}\t\n\v\f\r]+/gu, ' ')
		.replace(UNSEEN, '')
		.trim();
	if (plain.length <= MAX_LENGTH) return plain;
	const ending = plain.match(/\.[^. ]+$/)?.[0] ?? '';
	const kept = ending.length <= MAX_ENDING ? ending : '';
	return `${plain.slice(0, MAX_LENGTH - kept.length - 1).toWellFormed()}…${kept}`;
}
