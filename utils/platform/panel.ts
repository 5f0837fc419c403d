import type { SidebarAction } from 'webextension-polyfill';
import { browser } from 'wxt/browser';

/** The two APIs for panels: only Firefox has `sidebarAction`, only Chromium has `sidePanel`, and Firefox for Android neither. */
const api: { sidebarAction?: SidebarAction.Static; sidePanel?: typeof browser.sidePanel } =
	browser as typeof browser & {
		sidebarAction?: SidebarAction.Static;
	};

/** Whether this browser has a panel beside the page, and not only tabs. */
export const hasPanel = (): boolean => api.sidebarAction !== undefined || api.sidePanel !== undefined;

/** Opens the panel's page in a tab of its own. This is for browsers that do not open the panel. */
async function openInTab(windowId: number | undefined): Promise<void> {
	await browser.tabs.create({
		url: browser.runtime.getURL('/sidepanel.html'),
		...(windowId !== undefined && { windowId }),
	});
}

/**
 * Opens the side panel (Chromium) or the sidebar (Firefox) of a browser window. If the browser refuses, the panel's
 * page opens in a tab. A click in a web page is no gesture that opens Firefox's sidebar: there it is the sidebar that is
 * open already, else the popup (Firefox 149 and newer), else the tab.
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
	return opening.catch(async (reason: unknown) => {
		if (import.meta.env.FIREFOX && sidebarAction && windowId !== undefined) {
			if (await sidebarAction.isOpen({ windowId })) return;
			const popup = browser.action.openPopup({ windowId });
			if (
				await popup.then(
					() => true,
					() => false,
				)
			)
				return;
		}
		console.info('The side panel could not be opened; its page opens in a tab.', reason);
		await openInTab(windowId);
	});
}

/** Tells the side panel of a browser window to close, by `runtime.sendMessage`. */
interface PanelToggled {
	type: 'panel-toggled';
	windowId: number;
}

const isToggled = (message: unknown): message is PanelToggled =>
	typeof message === 'object' && message !== null && 'type' in message && message.type === 'panel-toggled';

/**
 * Opens the side panel of a browser window, or closes it where it is open. This is for Chromium: Firefox has a command
 * of its own. Chromium does not tell in which window a panel is open, so that the panel is told to close before it would
 * be opened: one that is open closes, and for one that is not there yet the message comes too early.
 */
export function togglePanel(windowId: number | undefined): void {
	if (windowId !== undefined) {
		const message: PanelToggled = { type: 'panel-toggled', windowId };
		browser.runtime.sendMessage(message).catch((error: unknown) => {
			console.debug('No page of the extension is open.', error);
		});
	}
	void openPanel(windowId);
}

/** Closes this page when its panel is toggled, unless it stands in a tab. */
export function closeWhenToggled(): void {
	browser.runtime.onMessage.addListener((message: unknown) => {
		if (isToggled(message)) void closePanelOf(message.windowId);
	});
}

async function closePanelOf(windowId: number): Promise<void> {
	const [current, tab] = await Promise.all([currentWindowId(), browser.tabs.getCurrent()]);
	if (current === windowId && !tab) window.close();
}

/** The browser window that this page stands in; null in the background, and in Firefox for Android, which knows no windows. */
export async function currentWindowId(): Promise<number | null> {
	const { windows }: Partial<typeof browser> = browser;
	const current = await windows?.getCurrent();
	return current?.id ?? null;
}
