import { inlineMarkdown, isBlock, nameOf, nodesIn } from './inline-markdown.ts';

/** A page can ask for any width. */
const MOST_COLUMNS = 100;
/** A cell of more words than this is part of a layout. */
const MAX_CELL = 600;

const spanOf = (cell: Element, name: 'colspan' | 'rowspan'): number =>
	Math.min(MOST_COLUMNS, Math.max(1, Number.parseInt(cell.getAttribute(name) ?? '1', 10) || 1));

/** The cells of a table, by rows. */
type Rows = readonly (readonly Element[])[];

const isCell = (element: Element): boolean => nameOf(element) === 'td' || nameOf(element) === 'th';

const rowsOf = (table: Element): Rows =>
	[...table.querySelectorAll('tr')].map(({ children }) => [...children].filter(isCell));

/** How many cells the longest row has. A page can have more rows than a function may have arguments. */
const widthOf = (rows: readonly { length: number }[]): number =>
	rows.reduce((most, { length }) => Math.max(most, length), 0);

/** Words of a cell on one line: its paragraphs and lines stand behind each other. */
function cellText(cell: Element): string {
	const words = (node: Node): string =>
		isBlock(node) ? ` ${nodesIn(node).map(words).join('')} ` : inlineMarkdown([node]);
	return nodesIn(cell).map(words).join('').replace(/\s+/g, ' ').trim().replace(/\|/g, '\\|');
}

/** The texts of all cells. A cell over several columns or rows stands in the first of them; the others are empty. */
function gridOf(rows: Rows): string[][] {
	const grid: string[][] = rows.map(() => []);
	rows.forEach((cells, at) => {
		let column = 0;
		for (const cell of cells) {
			while (grid[at]?.[column] !== undefined) column += 1;
			const text = cellText(cell);
			const width = spanOf(cell, 'colspan');
			const height = spanOf(cell, 'rowspan');
			for (let down = 0; down < height && at + down < rows.length; down += 1) {
				for (let across = 0; across < width && column + across < MOST_COLUMNS; across += 1) {
					const line = grid[at + down];
					if (line) line[column + across] = down === 0 && across === 0 ? text : '';
				}
			}
			column += width;
		}
	});
	return grid;
}

/** Whether a table only places things beside each other, as pages did once. */
function isLayout(table: Element, rows: Rows): boolean {
	if (table.querySelector('table, pre, h1, h2, h3, ul ul') || table.getAttribute('role') === 'presentation')
		return true;
	if (widthOf(rows) < 2) return true;
	return rows.some((cells) => cells.some((cell) => (cell.textContent ?? '').length > MAX_CELL));
}

const lineOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A table of data as GFM has it, with its caption above it; null for a layout. */
export function tableMarkdown(table: Element): string[] | null {
	const rows = rowsOf(table);
	if (isLayout(table, rows)) return null;
	const grid = gridOf(rows);
	const width = widthOf(grid);
	const filled = grid.map((cells) => Array.from({ length: width }, (_, at) => cells[at] ?? ''));
	const hasHead = rows[0]?.some((cell) => nameOf(cell) === 'th') ?? false;
	const head = hasHead ? (filled.shift() ?? []) : Array<string>(width).fill('');
	const caption = table.querySelector('caption');
	const title = caption ? cellText(caption) : '';
	const lines = [
		lineOf(head),
		lineOf(Array<string>(width).fill('---')),
		...filled.filter((cells) => cells.join('') !== '').map(lineOf),
	];
	return [...(title === '' ? [] : [title]), lines.join('\n')];
}
