import { testSeed } from '../test-seed.mjs';

/** One of the four shares of a list. */
export type Share = 1 | 2 | 3 | 4;

/**
 * Each fourth of a list, as the texts that are huge take half a minute in a browser; all of it if
 * `LOCKCHAT_HOSTILE=all`, as `npm run test:long` has it. Another `LOCKCHAT_SEED` makes other shares.
 */
export function shareOf<Item>(items: readonly Item[], share: Share): readonly Item[] {
	if (process.env.LOCKCHAT_HOSTILE === 'all') return items;
	const first = (Math.abs(testSeed) + share) % 4;
	return items.filter((_, index) => index % 4 === first);
}
