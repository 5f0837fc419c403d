import { browser } from 'wxt/browser';

export interface PageTab {
	id: number;
	/** Known only where the browser gives access to the page. */
	url?: string;
}

const isOwn = (url: string | undefined): boolean => url?.startsWith(browser.runtime.getURL('/')) === true;

/**
 * The tab that the user looks at beside the extension's window: the active one, or where that shows the extension itself,
 * the one that was looked at last. Null where there is none.
 */
export async function pageTab(): Promise<PageTab | null> {
	const tabs = await browser.tabs.query({ currentWindow: true });
	const [tab] = tabs
		.filter(({ url }) => !isOwn(url))
		.sort((a, b) => Number(b.active) - Number(a.active) || (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
	return tab?.id === undefined ? null : { id: tab.id, ...(tab.url !== undefined && { url: tab.url }) };
}

/** Calls `onLoad` whenever another page is loaded in a tab. Returns a function that stops it. */
export function watchTab(tabId: number, onLoad: () => void): () => void {
	const { onUpdated, onRemoved } = browser.tabs;
	const look = (id: number, { status }: { status?: string }) => {
		if (id === tabId && status === 'loading') onLoad();
	};
	const close = (id: number) => {
		if (id === tabId) onLoad();
	};
	onUpdated.addListener(look);
	onRemoved.addListener(close);
	return () => {
		onUpdated.removeListener(look);
		onRemoved.removeListener(close);
	};
}
