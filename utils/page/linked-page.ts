import { browser } from 'wxt/browser';
import { PageError } from './read-page.ts';

/** The longest wait for a page to load, in milliseconds. */
const LOADED_WITHIN_MS = 30_000;

/**
 * How long a page of which the browser does not tell the address must stay as it is, in milliseconds: it is one of another
 * site, or, in Firefox, the empty one that a tab shows before it begins to load.
 */
const STAYS_MS = 3_000;

interface LinkedPage {
	tabId: number;
	/** Closes the page. Never rejects. */
	close(): Promise<void>;
}

/**
 * Loads the page that a link leads to, in a tab behind the one that the user looks at: only a page that is drawn tells
 * what its reader sees, and only the browser itself sends the cookies of its reader.
 *
 * @param signal ends the wait
 * @throws {PageError} `late` where it does not load in time, `gone` where its tab was closed meanwhile
 */
export async function openLinkedPage(url: string, signal: AbortSignal): Promise<LinkedPage> {
	const { onUpdated, onRemoved } = browser.tabs;
	const within = AbortSignal.any([signal, AbortSignal.timeout(LOADED_WITHIN_MS)]);
	const { promise: loaded, resolve, reject } = Promise.withResolvers<void>();
	const { id } = await browser.tabs.create({ url, active: false });
	if (id === undefined) throw new PageError('gone');
	const gone = () => reject(new PageError('gone'));
	const giveUp = () => reject(new PageError('late', { cause: within.reason }));
	let timer: ReturnType<typeof setTimeout> | undefined;
	const look = () => {
		clearTimeout(timer);
		browser.tabs.get(id).then(({ status, url: shown }) => {
			if (status !== 'complete' || shown === 'about:blank') return;
			if (shown !== undefined) resolve();
			else timer = setTimeout(resolve, STAYS_MS);
		}, gone);
	};
	const hear = (tabId: number) => tabId === id && look();
	const hearGone = (tabId: number) => tabId === id && gone();
	const remove = () => browser.tabs.remove(id).catch(() => undefined);
	// The window can be closed while the page is loaded or read.
	window.addEventListener('pagehide', remove);
	const close = () => {
		window.removeEventListener('pagehide', remove);
		return remove();
	};
	onUpdated.addListener(hear);
	onRemoved.addListener(hearGone);
	within.addEventListener('abort', giveUp);
	if (within.aborted) giveUp();
	look();
	try {
		await loaded;
		return { tabId: id, close };
	} catch (error) {
		await close();
		throw error;
	} finally {
		onUpdated.removeListener(hear);
		onRemoved.removeListener(hearGone);
		within.removeEventListener('abort', giveUp);
		clearTimeout(timer);
	}
}
