import type { SeenRequest } from '../evidence.ts';
import type { Ledger } from '../ledger.ts';
import { ARRIVED_AFTER_MS, SAVED_AFTER_MS, STALL_SECONDS } from './limits.ts';

/** How a request ended, as far as the server and the ledger can tell. */
export type Fate =
	| { type: 'whole' }
	/** Words that were sent before `until` must be there; later ones may be. */
	| { type: 'killed' | 'stopped' | 'reset'; until: number }
	/** The client left for no reason that the test knows. */
	| { type: 'left' };

export function fateOf({ record, ending }: SeenRequest, { kills, stops }: Ledger): Fate {
	const end = record.abortedAt ?? record.endedAt ?? Number.POSITIVE_INFINITY;
	const kill = kills.find(({ from, to }) => to >= record.startedAt && from <= end + SAVED_AFTER_MS);
	if (kill) return { type: 'killed', until: kill.from - SAVED_AFTER_MS };
	if (record.abortedAt !== null) {
		const stop = stops.findLast((at) => at <= end);
		if (stop !== undefined && stop >= record.startedAt - 5_000)
			return { type: 'stopped', until: stop - ARRIVED_AFTER_MS };
		const hasStalled =
			ending === 'stall' && end - (record.tokens.at(-1)?.at ?? record.startedAt) >= STALL_SECONDS * 900;
		return hasStalled ? { type: 'whole' } : { type: 'left' };
	}
	return ending === 'reset' ? { type: 'reset', until: end - ARRIVED_AFTER_MS } : { type: 'whole' };
}

/** How many of the request's tokens must have been kept. */
export function leastKept({ record: { tokens } }: SeenRequest, fate: Fate): number {
	if (!('until' in fate)) return tokens.length;
	return tokens.filter(({ at }) => at <= fate.until).length;
}
