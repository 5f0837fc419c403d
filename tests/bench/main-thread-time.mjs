// @ts-check
/** @import { Page } from '@playwright/test' */

/**
 * Seconds that a page's main thread was busy while something happened: its own time, not that of others on the machine.
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
 * Bytes of JavaScript heap that are still needed.
 * @param {Page} page
 */
export async function heapOf(page) {
	const session = await page.context().newCDPSession(page);
	await session.send('HeapProfiler.collectGarbage');
	const { usedSize } = await session.send('Runtime.getHeapUsage');
	await session.detach();
	return usedSize;
}
