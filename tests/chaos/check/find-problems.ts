import type { Evidence } from '../evidence.ts';
import { checkAnswers } from './check-answers.ts';
import { checkAsked } from './check-asked.ts';
import { checkRows } from './check-rows.ts';
import { checkWindows } from './check-windows.ts';

/** A sentence for each thing that is wrong; empty if every promise was kept. */
export function findProblems(evidence: Evidence): string[] {
	return [checkRows, checkAsked, checkAnswers, checkWindows].flatMap((check) => check(evidence));
}
