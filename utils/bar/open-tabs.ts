import { browser } from 'wxt/browser';

/** Puts the script that waits for a selection into tabs that are open already, wherever the user has allowed it. */
export async function watchOpenTabs(patterns: string[]): Promise<void> {
	if (patterns.length === 0) return;
	const tabs = await browser.tabs.query({ url: patterns });
	const injected = tabs.map(({ id: tabId = -1 }) =>
		browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: ['/bar-watch.js'] }),
	);
	for (const { status, ...result } of await Promise.allSettled(injected))
		if (status === 'rejected') console.info('This tab has the bar when it is loaded again.', result);
}
