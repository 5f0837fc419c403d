import { browser } from 'wxt/browser';

/** What a page is known by without reading it: its address, and how much text is in it, seen or not. */
export interface PageStamp {
	url: string;
	length: number;
}

/** Clocks, counters and advertisements change a page all the time. */
const CHANGED_BY = 0.05;

/** Runs in the page, alone. A picture can be named `body`, and pose as that property of the document. */
function readStamp(): PageStamp {
	const body: unknown = Reflect.get(Document.prototype, 'body', document);
	const text = body instanceof Node ? Reflect.get(Node.prototype, 'textContent', body) : '';
	return { url: location.href, length: String(text).length };
}

/** Null where the page cannot be read any more. */
export async function stampOf(tabId: number): Promise<PageStamp | null> {
	try {
		const [injected] = await browser.scripting.executeScript({ target: { tabId }, func: readStamp });
		return injected?.result ?? null;
	} catch (error) {
		console.info('Whether a page has changed is not known.', error);
		return null;
	}
}

const withoutHash = (url: string): string => url.replace(/#.*$/, '');

/** Whether a page is another one now, or shows much more or less. False where nothing is known. */
export function hasChanged(before: PageStamp | null, now: PageStamp | null): boolean {
	if (!before || !now) return false;
	if (withoutHash(before.url) !== withoutHash(now.url)) return true;
	return Math.abs(now.length - before.length) > before.length * CHANGED_BY;
}
