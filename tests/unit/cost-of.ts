/**
 * Milliseconds of processor time that some work took. Other processes on a busy machine make the clock run on, but do
 * not add to this time. Other threads of this process do, and then the clock gives the smaller number, which is taken.
 */
export function costOf(work: () => void): number {
	const startedAt = performance.now();
	const before = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(before);
	return Math.min(performance.now() - startedAt, (user + system) / 1000);
}
