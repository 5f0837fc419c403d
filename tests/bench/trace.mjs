// @ts-check
/** @import { Page } from '@playwright/test' */

/** An event of Chromium's trace format; times in microseconds, `tdur` of the thread's own. @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number, args: { name?: string } }} TraceEvent */

/**
 * Traces the browser while something happens.
 * @param {Page} page any page of it @param {string} categories @param {() => Promise<void>} happens
 * @returns {Promise<TraceEvent[]>}
 */
export async function trace(page, categories, happens) {
	const session = await page.context().newCDPSession(page);
	/** @type {TraceEvent[]} */
	const events = [];
	session.on('Tracing.dataCollected', ({ value }) => {
		for (const event of value) events.push(/** @type {TraceEvent} */ (/** @type {unknown} */ (event)));
	});
	await session.send('Tracing.start', { transferMode: 'ReportEvents', categories });
	await happens();
	const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
	await session.send('Tracing.end');
	await complete;
	await session.detach();
	return events;
}

/**
 * The tasks of the busiest thread of this name: `CrRendererMain` is a page's, `ServiceWorker thread` a worker's.
 * @param {readonly TraceEvent[]} events of the category `toplevel` @param {string} threadName
 */
export function tasksOfBusiest(events, threadName) {
	/** @type {Map<string, { total: number, tasks: { ts: number, dur: number, tdur: number }[] }>} */
	const threads = new Map();
	for (const { name, args, pid, tid } of events) {
		if (name === 'thread_name' && args.name === threadName)
			threads.set(`${pid} ${tid}`, { total: 0, tasks: [] });
	}
	for (const { name, pid, tid, ts, dur = 0, tdur = 0 } of events) {
		const thread = threads.get(`${pid} ${tid}`);
		if (!thread || !name.endsWith('RunTask')) continue;
		thread.total += tdur;
		thread.tasks.push({ ts, dur, tdur });
	}
	const [busiest] = [...threads.values()].sort((a, b) => b.total - a.total);
	if (!busiest || busiest.total === 0) throw new Error(`The trace has no task of a ${threadName}.`);
	return busiest;
}
