// @ts-check
/** @import { Page } from '@playwright/test' */

/**
 * How many seconds a page's main thread was busy while something happened. Only the thread's own time counts, so other work
 * on the machine does not disturb it.
 * @param {Page} page @param {() => Promise<void>} happens
 */
export async function mainThreadTime(page, happens) {
	const session = await page.context().newCDPSession(page);
	await session.send('Performance.enable', { timeDomain: 'threadTicks' });
	const busy = async () => {
		const { metrics } = await session.send('Performance.getMetrics');
		return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
	};
	const before = await busy();
	await happens();
	const seconds = (await busy()) - before;
	await session.detach();
	return seconds;
}

/**
 * The size of the JavaScript heap in bytes, after a garbage collection.
 * @param {Page} page
 */
export async function heapOf(page) {
	const session = await page.context().newCDPSession(page);
	await session.send('HeapProfiler.collectGarbage');
	const { usedSize } = await session.send('Runtime.getHeapUsage');
	await session.detach();
	return usedSize;
}
