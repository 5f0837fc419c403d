import * as v from 'valibot';
import type { ReportLine } from '../../../utils/settings/file/import-report.ts';
import { isReportLine } from './transfer-text.ts';

/** What came of an import of settings. */
export interface Imported {
	lines: readonly ReportLine[];
	/** The origins of servers that lost their access, as the imported bar needs less. */
	lost: readonly string[];
}

const KEY = 'imported';

const stored = v.object({
	lines: v.array(v.custom<ReportLine>(isReportLine)),
	lost: v.array(
		v.pipe(
			v.string(),
			v.check((text) => URL.canParse(text)),
		),
	),
});

/** Loads the page again, which then shows what came of the import: pages take on a language when they start. */
export function reloadWith({ lines, lost }: Imported): void {
	sessionStorage.setItem(KEY, JSON.stringify({ lines, lost }));
	location.reload();
}

/** What the page that was here before in this tab has imported, until that is forgotten; null where it has not. */
export function importedBefore(): Imported | null {
	try {
		return v.parse(stored, JSON.parse(sessionStorage.getItem(KEY) ?? 'null'));
	} catch {
		return null;
	}
}

export function forgetImported(): void {
	sessionStorage.removeItem(KEY);
}
