import type { Inline, Table } from '../read/blocks.ts';
import { inlineText } from '../read/inline-text.ts';

/** What spreadsheets take for a formula, at a cell's start; a full-width sign counts as its narrow one there. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@\t\r＝＋－＠]/u;
/** Numbers may begin with a sign, and a dash alone stands for no value. */
const NUMBER = /^(?:-|[+-]?\p{Sc}?(?:\p{Nd}[\p{Nd}\s.,'’]*)?\p{Nd}(?:e[+-]?\d+)?\s?[%\p{Sc}]?)$/iu;

/**
 * A cell as RFC 4180 writes it. What a spreadsheet would run as a formula gets an apostrophe before it, which makes it a
 * text: the table comes from a model, and so from anybody.
 */
export function csvCell(text: string): string {
	const cell = text.trim();
	const safe = FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
	return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The table as CSV: commas, lines that end in CR and LF, and as many cells in each line as in the longest. */
export function tableCsv({ header, rows }: Pick<Table, 'header' | 'rows'>): string {
	const all = [header, ...rows];
	const width = Math.max(...all.map(({ cells }) => cells.length));
	const lineOf = (cells: readonly Inline[][]) =>
		Array.from({ length: width }, (_, place) =>
			csvCell(inlineText(cells[place] ?? [], ({ source }) => source)),
		).join(',');
	return all.map(({ cells }) => `${lineOf(cells)}\r\n`).join('');
}
