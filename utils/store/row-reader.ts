import * as v from 'valibot';

/** How often a row could not be taken as it stood. */
export interface Damage {
	repaired: number;
	skipped: number;
}

/** Returns the row as far as it can be understood; null when nothing sensible is left of it. Never throws. */
export type RowReader<T> = (row: unknown, damage: Damage) => T | null;

/**
 * Checks rows at the database's border. A damaged field takes its default or, without one, is left out; a row that
 * does not pass even so is skipped, so that one bad row never hides the others.
 */
export function createRowReader<T>(
	schema: v.GenericSchema<unknown, T>,
	defaults: Readonly<Partial<T>>,
): RowReader<T> {
	return (row, damage) => {
		const read = v.safeParse(schema, row);
		if (read.success) return read.output;
		const repaired = v.safeParse(schema, repair(row, flawsOf(read.issues), defaults));
		if (repaired.success) damage.repaired += 1;
		else damage.skipped += 1;
		return repaired.success ? repaired.output : null;
	};
}

/** Reads many rows and leaves out those that are skipped. */
export function readRows<T>(rows: readonly unknown[], read: RowReader<T>, damage: Damage): T[] {
	return rows.map((row) => read(row, damage)).filter((row) => row !== null);
}

function flawsOf(issues: readonly v.BaseIssue<unknown>[]): Set<unknown> {
	return new Set(issues.map((issue) => issue.path?.[0]?.key));
}

function repair(row: unknown, flaws: ReadonlySet<unknown>, defaults: object): unknown {
	if (typeof row !== 'object' || row === null) return row;
	const sound = Object.entries(row).filter(([key]) => !flaws.has(key));
	return { ...defaults, ...Object.fromEntries(sound) };
}
