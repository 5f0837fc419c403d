import type { Ledger, Order } from '../ledger.ts';

/** How long a background that does not run yet may take to start and to save, on a busy machine. */
const TAKEN_WITHIN_MS = 2_000;

/**
 * When another answer to an earlier question is asked for, only the window knows of it until the background has saved it.
 * It is lost if the window closes and the background is killed, both before that; one of the two alone loses nothing.
 * The user's own words are never lost.
 */
export function isMaybeLost({ at, window, question }: Order, { closings, kills }: Ledger): boolean {
	if (question !== null) return false;
	const isClose = (time: number) => time >= at && time <= at + TAKEN_WITHIN_MS;
	const hasClosed = closings.some((closing) => closing.window === window && isClose(closing.at));
	return hasClosed && kills.some(({ from, to }) => isClose(from) || isClose(to));
}
