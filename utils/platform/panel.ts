import type { SidebarAction } from 'webextension-polyfill';
import { browser } from 'wxt/browser';

/** The two APIs for panels: only Firefox has `sidebarAction`, and only Chromium has `sidePanel`. */
const api: { sidebarAction?: SidebarAction.Static; sidePanel?: typeof browser.sidePanel } =
	browser as typeof browser & {
		sidebarAction?: SidebarAction.Static;
	};

/** Opens the panel's page in a tab of its own. This is for browsers that do not open the panel. */
async function openInTab(windowId: number | undefined): Promise<void> {
	await browser.tabs.create({
		url: browser.runtime.getURL('/sidepanel.html'),
		...(windowId !== undefined && { windowId }),
	});
}

/**
 * Opens the side panel (Chromium) or the sidebar (Firefox) of a browser window. If the browser refuses, the panel's
 * page opens in a tab.
 *
 * Call it first in a click's handler: both browsers demand a user's gesture, and after an `await` the gesture no
 * longer counts.
 */
export function openPanel(windowId: number | undefined): Promise<void> {
	const { sidebarAction, sidePanel } = api;
	const opening = sidebarAction
		? sidebarAction.open()
		: sidePanel && windowId !== undefined
			? sidePanel.open({ windowId })
			: Promise.reject(new Error('This browser has no side panel.'));
	return opening.catch((reason: unknown) => {
		console.info('The side panel could not be opened; its page opens in a tab.', reason);
		return openInTab(windowId);
	});
}

/** The browser window that this page stands in; null in the background. */
export async function currentWindowId(): Promise<number | null> {
	const { id } = await browser.windows.getCurrent();
	return id ?? null;
}
