// @ts-check

/** Milliseconds since the epoch with fractions, so that times of several processes on one machine compare. */
export const now = () => performance.timeOrigin + performance.now();
