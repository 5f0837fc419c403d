/**
 * Milliseconds of processor time that some work took. Other processes on a busy machine stretch the clock and not this;
 * where threads of this process add to it, the clock is the smaller.
 */
export function costOf(work: () => void): number {
	const startedAt = performance.now();
	const before = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(before);
	return Math.min(performance.now() - startedAt, (user + system) / 1000);
}
