// @ts-check
import { answerFaults } from './answer-faults.mjs';
import { bytesApart } from './bytes-apart.mjs';
import { errorBodies } from './error-bodies.mjs';
import { framing } from './framing.mjs';
import { metElsewhere } from './met-elsewhere.mjs';
import { payload } from './payload.mjs';
import { reasoning } from './reasoning.mjs';
import { streamErrors } from './stream-errors.mjs';
import { timing } from './timing.mjs';
import { waits } from './waits.mjs';

/** @import { Asked, CaseSteps, Step } from '../types.ts' */

/**
 * One model for each fault a Lockchat server is known for, named by its case: `case-35`, `case-30-401-string`.
 * @type {ReadonlyMap<string, CaseSteps>}
 */
export const caseModels = new Map(
	Object.entries({
		...bytesApart,
		...framing,
		...payload,
		...reasoning,
		...errorBodies,
		...answerFaults,
		...streamErrors,
		...waits,
		...timing,
		...metElsewhere,
	}),
);

/**
 * @param {string} name
 * @param {readonly string[]} parameters what follows the name, split at colons
 * @returns {{ steps: (asked: Asked) => Iterable<Step> } | null}
 */
export function findCase(name, parameters) {
	const steps = caseModels.get(name);
	return steps ? { steps: (asked) => steps(asked, parameters) } : null;
}
