import type { SeenRequest } from '../evidence.ts';
import type { Ledger } from '../ledger.ts';
import { ARRIVED_AFTER_MS, SAVED_AFTER_MS, STALL_SECONDS } from './limits.ts';

/** How a request came to its end, as far as the server and the one who did it can tell. */
export type Fate =
	| { type: 'whole' }
	/** What was sent before `until` must be there; what came later may. */
	| { type: 'killed' | 'stopped' | 'reset'; until: number }
	/** The client left, and nobody made it. */
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
