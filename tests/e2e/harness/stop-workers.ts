/** A DevTools session of a page, Playwright's or Puppeteer's. */
interface PageSession {
	on(event: 'ServiceWorker.workerVersionUpdated', listener: (update: VersionUpdate) => void): unknown;
	send(method: 'ServiceWorker.enable' | 'ServiceWorker.stopAllWorkers'): Promise<unknown>;
	detach(): Promise<void>;
}

interface VersionUpdate {
	versions: { versionId: string; runningStatus: string }[];
}

/**
 * Stops the background as the browser does: its requests are aborted, its ports disconnect, and the next message starts
 * it again. Resolves when it no longer runs.
 */
export async function stopWorkers(session: PageSession): Promise<void> {
	const running = new Set<string>();
	let whenStopped: (() => void) | undefined;
	session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
		for (const { versionId, runningStatus } of versions) {
			if (runningStatus === 'stopped') running.delete(versionId);
			else running.add(versionId);
		}
		if (running.size === 0) whenStopped?.();
	});
	await session.send('ServiceWorker.enable');
	const stopped = new Promise<void>((resolve) => {
		whenStopped = resolve;
	});
	await session.send('ServiceWorker.stopAllWorkers');
	if (running.size > 0) await stopped;
	await session.detach();
}
