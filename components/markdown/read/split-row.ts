import { findMath } from './hide-math.ts';

/**
 * The cells of a table's row. Unlike in GFM, a pipe in a code span or a formula belongs to the cell, and no cell is
 * dropped, however many there are, so no words of a table are ever lost.
 */
export function splitRow(row: string): string[] {
	const cells: string[] = [];
	const formulas = /[$]|\\[([]/.test(row) && row.includes('|') ? findMath(row).filter(isFormula) : [];
	let start = 0;
	let passed = 0;
	const sign = /`+|\\.|\|/gs;
	for (let match = sign.exec(row); match; match = sign.exec(row)) {
		const { index } = match;
		while ((formulas[passed]?.end ?? row.length) <= index) passed += 1;
		const formula = formulas[passed];
		if (formula && formula.start <= index) sign.lastIndex = formula.end;
		else if (match[0].startsWith('`')) sign.lastIndex = pastCode(row, index, match[0].length);
		else if (match[0] === '|') {
			cells.push(row.slice(start, index));
			start = index + 1;
		}
	}
	cells.push(row.slice(start));
	// A pipe at either end of a row separates nothing: no cell lies outside of it.
	if (cells[0]?.trim() === '') cells.shift();
	if (cells.length > 0 && cells.at(-1)?.trim() === '') cells.pop();
	return cells.map((cell) => cell.trim().replaceAll('\\|', '|'));
}

/** The offset behind the code span that opens at `start`, or behind its backticks alone when nothing closes it. */
function pastCode(row: string, start: number, length: number): number {
	const run = /`+/g;
	run.lastIndex = start + length;
	for (let match = run.exec(row); match; match = run.exec(row)) {
		if (match[0].length === length) return run.lastIndex;
	}
	return start + length;
}

/** Whether the text between two `$` is a formula. Two prices with a pipe between them, as in `$5 | 6$`, are not. */
function isFormula({ tex }: { tex: string }): boolean {
	return !/^\s*\d[^|]*\s\|\s/.test(tex) && /\p{L}|\\/u.test(tex);
}
