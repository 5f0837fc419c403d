import { browser } from 'wxt/browser';
import type { Quote } from '../chat/schema.ts';
import { inTime } from './in-time.ts';

/** The tab whose page is read. */
export interface ReadTab {
	id?: number | undefined;
	title?: string | undefined;
	url?: string | undefined;
}

/** What the context menu tells of a click on selected text. */
export interface SelectionClick {
	/** The browser's own copy of the selection. It has spaces for line breaks, and Firefox cuts it at 16,384 characters. */
	text: string;
	frameId: number;
	pageUrl: string;
	tab: ReadTab | undefined;
}

/**
 * Reads the selection; it runs in the page. `toString` of a selection keeps the line breaks, which the menu replaces
 * by spaces.
 */
function readSelectionInPage(): string {
	const active = document.activeElement;
	if (active instanceof HTMLTextAreaElement || active instanceof HTMLInputElement) {
		const { selectionStart, selectionEnd, value } = active;
		if (selectionStart !== null && selectionEnd !== null && selectionEnd > selectionStart) {
			return value.slice(selectionStart, selectionEnd);
		}
	}
	return document.getSelection()?.toString() ?? '';
}

/**
 * The longest wait for the page, in milliseconds. A page that is caught in a loop never runs our script, and a window
 * waits for the selection.
 */
const READ_WITHIN_MS = 2_000;

const withoutSpace = (text: string): string => text.replace(/\s+/g, '');

/**
 * What is selected in the frame of a tab that has the keyboard, else in any of its frames; null where nothing is, or where
 * extensions may not read the page. The key that the user has pressed grants `activeTab`, by which the page is read.
 */
export async function readSelectionOf({ id, title = '', url = '' }: ReadTab): Promise<Quote | null> {
	if (id === undefined || id < 0) return null;
	try {
		const target = { tabId: id, allFrames: true };
		const [frames, keyboards] = await Promise.all([
			inTime(browser.scripting.executeScript({ target, func: readSelectionInPage }), READ_WITHIN_MS),
			inTime(browser.scripting.executeScript({ target, func: hasKeyboard }), READ_WITHIN_MS),
		]);
		const focused = keyboards?.find(({ result }) => result)?.frameId;
		const texts = (frames ?? [])
			.sort((one, other) => Number(other.frameId === focused) - Number(one.frameId === focused))
			.flatMap(({ result }) => (typeof result === 'string' && result.trim() !== '' ? [result.trim()] : []));
		return texts[0] === undefined ? null : { type: 'quote', text: texts[0], title, url };
	} catch (error) {
		console.info('The page does not let its selection be read.', error);
		return null;
	}
}

/** Whether the keyboard is in this document itself, and not in a frame in it; it runs in the page. */
function hasKeyboard(): boolean {
	return document.hasFocus() && !(document.activeElement instanceof HTMLIFrameElement);
}

/** The selection with its line breaks; null where extensions may not read the page (PDF viewers, stores, chrome://) or it hangs. */
async function readFromPage(tabId: number, frameId: number): Promise<string | null> {
	try {
		const target = { tabId, frameIds: [frameId] };
		const reading = browser.scripting.executeScript({ target, func: readSelectionInPage });
		const injected = (await inTime(reading, READ_WITHIN_MS))?.[0];
		if (!injected) console.info('The page did not answer in time; the menu’s own text is used.');
		return typeof injected?.result === 'string' ? injected.result : null;
	} catch (error) {
		console.info('The page does not let its selection be read; the menu’s own text is used.', error);
		return null;
	}
}

/**
 * The selection that the user asks about, with line breaks where the page can be read. The click on the menu grants
 * `activeTab`, by which the page is read. What is read is used only if the menu has the same text.
 */
export async function readSelection({ text, frameId, pageUrl, tab }: SelectionClick): Promise<Quote> {
	const fromPage = tab?.id === undefined || tab.id < 0 ? null : await readFromPage(tab.id, frameId);
	const isSame = fromPage !== null && withoutSpace(fromPage).startsWith(withoutSpace(text));
	return {
		type: 'quote',
		text: (isSame ? fromPage : text).trim(),
		title: tab?.title ?? '',
		url: tab?.url ?? pageUrl,
	};
}
