import type { Ledger, Order } from '../ledger.ts';

/** A cold background takes so long to start and save, on a machine that does much else. */
const TAKEN_WITHIN_MS = 2_000;

/**
 * One more answer, ordered of a question that stands, lives in its window until the background has saved it: one
 * whose window closes and whose background is killed as well, both before that, is gone. Either alone loses nothing.
 * Words of the user's are never lost.
 */
export function isMaybeLost({ at, window, question }: Order, { closings, kills }: Ledger): boolean {
	if (question !== null) return false;
	const isClose = (time: number) => time >= at && time <= at + TAKEN_WITHIN_MS;
	const hasClosed = closings.some((closing) => closing.window === window && isClose(closing.at));
	return hasClosed && kills.some(({ from, to }) => isClose(from) || isClose(to));
}
