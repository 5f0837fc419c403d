import fc from 'fast-check';
import { vi } from 'vitest';
import { testSeed } from '../test-seed.mjs';

/** Properties are tried with the same cases in every run, unless LOCKCHAT_SEED says otherwise; a failure tells the seed. */
fc.configureGlobal({ seed: testSeed });

const LIMIT_MS = 30_000;
const LOOK_EACH_MS = 5;

/**
 * `vi.waitFor` gives up after a second, which a busy machine exceeds, and looks each 50 ms, which makes most of what
 * these tests wait. Fake timers go on by the interval with each look, so there it stays as it is.
 */
const { waitFor } = vi;
const waitPatiently: typeof waitFor = (look, options) => {
	const given = typeof options === 'number' ? { timeout: options } : options;
	const interval = vi.isFakeTimers() ? {} : { interval: LOOK_EACH_MS };
	return waitFor(look, { timeout: LIMIT_MS, ...interval, ...given });
};
// Files that share their modules run this file again.
if (waitFor.name !== waitPatiently.name) vi.waitFor = waitPatiently;
