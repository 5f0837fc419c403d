import { memo } from 'react';
import { i18n } from '#i18n';
import { drawEach, useGradual } from '../../ui/draw-each.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import { useCopied } from '../../ui/use-copied.ts';
import type { Align, Table, TableRow } from '../read/blocks.ts';
import { directionClass } from './direction.ts';
import { drawInline } from './draw-inline.tsx';
import { tableCsv } from './table-csv.ts';

const ROWS_A_FRAME = 500;

/** A table, in a container that scrolls sideways, with a button that copies it as CSV. */
export function TableView({ table }: { table: Table }) {
	const count = useGradual(table.rows.length, ROWS_A_FRAME);
	return (
		<div className={joinClasses('md-block md-table', directionClass(table))}>
			<div className="md-code-head md-table-head">
				<CopyCsv table={table} />
			</div>
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

/** Copies the table for a spreadsheet. The button has no words, which would stand among the answer's own. */
function CopyCsv({ table }: { table: Table }) {
	const [outcome, copy] = useCopied();
	const labels = {
		copied: i18n.t('markdown.codeCopied'),
		failed: i18n.t('markdown.copyFailed'),
		none: i18n.t('markdown.copyCsv'),
	};
	const label = labels[outcome ?? 'none'];
	return (
		<button
			type="button"
			className={outcome === 'copied' ? 'md-tool md-csv md-done' : 'md-tool md-csv'}
			aria-label={label}
			title={label}
			aria-live="polite"
			onClick={() => copy(tableCsv(table))}
		/>
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
