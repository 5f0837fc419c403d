import { browser } from 'wxt/browser';

export interface PageTab {
	id: number;
	/** Known only where the browser gives access to the page. */
	url?: string;
	title?: string;
}

const isOwn = (url: string | undefined): boolean => url?.startsWith(browser.runtime.getURL('/')) === true;

type Told = { [Key in keyof PageTab]?: PageTab[Key] | undefined };

const known = ({ id, url, title }: Told): PageTab | null =>
	id === undefined ? null : { id, ...(url !== undefined && { url }), ...(title !== undefined && { title }) };

/**
 * The tab of this id; without one, the tab that the user looks at beside the extension's window: the active one, or where that shows the extension itself,
 * the one that was looked at last. Null where there is none.
 */
export async function pageTab(id?: number): Promise<PageTab | null> {
	if (id !== undefined) return browser.tabs.get(id).then(known, () => null);
	const tabs = await browser.tabs.query({ currentWindow: true });
	const [tab] = tabs
		.filter(({ url }) => !isOwn(url))
		.sort((a, b) => Number(b.active) - Number(a.active) || (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
	return tab ? known(tab) : null;
}

export interface ListedTab {
	id: number;
	title: string;
	url: string;
}

/** The most tabs that are listed. */
const MOST_TABS = 500;

/**
 * The open tabs with pages of the web, those of the user's window and those looked at last first. It needs the permission
 * for tabs.
 */
export async function listTabs(): Promise<ListedTab[]> {
	const [all, here] = await Promise.all([
		browser.tabs.query({}),
		browser.tabs.query({ currentWindow: true }),
	]);
	const own = new Set(here.map(({ id }) => id));
	return all
		.sort(
			(a, b) =>
				Number(own.has(b.id)) - Number(own.has(a.id)) || (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0),
		)
		.flatMap(({ id, title = '', url = '' }) =>
			id !== undefined && /^https?:/.test(url) ? [{ id, title: title || url, url }] : [],
		)
		.slice(0, MOST_TABS);
}

/**
 * What is on the screen of the tab that the user looks at, as a `data:` address of a PNG. Rejects where the browser has
 * not given access to that tab by a click on the icon, an entry of a menu, or a key: access to its site is not enough.
 */
export function captureTab(): Promise<string> {
	return browser.tabs.captureVisibleTab({ format: 'png' });
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
