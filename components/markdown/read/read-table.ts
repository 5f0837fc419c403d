import type { Tokens } from 'marked';
import type { Block, Table, TableRow } from './blocks.ts';
import { isSameContent, type Reading, readText } from './read-inline.ts';

/** A table whose unchanged rows are the previous objects. It is the previous table itself when nothing has changed. */
export function readTable(token: Tokens.Table, previous: Block | undefined, reading: Reading): Table {
	const old = previous?.type === 'table' ? previous : null;
	const still = { ...reading, isGrowing: false };
	const last = token.rows.length - 1;
	const header = readRow(token.header, old?.header, still);
	const rows = token.rows.map((row, index) =>
		readRow(row, old?.rows[index], index === last ? reading : still),
	);
	const table: Table = {
		type: 'table',
		raw: token.raw,
		isProvisional: header.isProvisional || rows.some((row) => row.isProvisional),
		align: token.align,
		header,
		rows,
	};
	return old && isSameTable(old, table) ? old : table;
}

function isSameTable(left: Table, right: Table): boolean {
	return (
		left.header === right.header &&
		left.isProvisional === right.isProvisional &&
		left.align.length === right.align.length &&
		left.align.every((align, index) => align === right.align[index]) &&
		left.rows.length === right.rows.length &&
		left.rows.every((row, index) => row === right.rows[index])
	);
}

/** A row's source is made of its cells': marked keeps no source of rows. */
function readRow(
	tokens: readonly Tokens.TableCell[],
	previous: TableRow | undefined,
	reading: Reading,
): TableRow {
	const raw = tokens.map((cell) => cell.text).join('\n');
	const hasChangedLinks = reading.hasNewLinks && raw.includes('[');
	const isSame = previous?.raw === raw && previous.cells.length === tokens.length;
	if (previous && isSame && !previous.isProvisional && !hasChangedLinks) return previous;
	let isProvisional = false;
	let written = -1;
	tokens.forEach((cell, index) => {
		if (cell.text !== '') written = index;
	});
	const cells = tokens.map((cell, index) => {
		// Rows are filled up with empty cells, so the cell that grows is the last one with a text.
		const read = readText(cell.text, {
			...reading,
			isCell: true,
			isGrowing: reading.isGrowing && index === written,
		});
		isProvisional ||= read.isProvisional;
		return read.content;
	});
	const row: TableRow = { raw, isProvisional, cells };
	return previous && canStay(previous, row) ? previous : row;
}

function canStay(previous: TableRow, row: TableRow): boolean {
	if (row.isProvisional && !previous.isProvisional) return false;
	if (previous.cells.length !== row.cells.length) return false;
	return row.cells.every((cell, index) => isSameContent(cell, previous.cells[index] ?? []));
}
