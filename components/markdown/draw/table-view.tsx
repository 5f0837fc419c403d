import { memo } from 'react';
import { drawEach, useGradual } from '../../ui/draw-each.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import type { Align, Table, TableRow } from '../read/blocks.ts';
import { directionClass } from './direction.ts';
import { drawInline } from './draw-inline.tsx';

const ROWS_A_FRAME = 500;

/** A table, in a container that scrolls sideways. */
export function TableView({ table }: { table: Table }) {
	const count = useGradual(table.rows.length, ROWS_A_FRAME);
	return (
		<div className={joinClasses('md-block md-table', directionClass(table))}>
			<table>
				<thead>
					<TableRowView row={table.header} align={table.align} isHeader />
				</thead>
				{table.rows.length > 0 && (
					<tbody>
						{drawEach(table.rows.slice(0, count), (row, place) => (
							<TableRowView key={place} row={row} align={table.align} />
						))}
					</tbody>
				)}
			</table>
		</div>
	);
}

interface TableRowViewProps {
	row: TableRow;
	align: readonly Align[];
	isHeader?: boolean;
}

const TableRowView = memo(
	function TableRowView({ row, align, isHeader }: TableRowViewProps) {
		const Cell = isHeader ? 'th' : 'td';
		return (
			<tr>
				{drawEach(row.cells, (cell, place) => (
					<Cell key={place} align={align[place] ?? undefined} dir="auto">
						{drawInline(cell)}
					</Cell>
				))}
			</tr>
		);
	},
	// The table's head decides the alignment once. The array is a new one at each reading, so its content is compared.
	(left, right) => left.row === right.row && left.align.join() === right.align.join(),
);
