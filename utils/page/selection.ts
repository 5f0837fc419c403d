import { browser } from 'wxt/browser';
import type { Quote } from '../chat/schema.ts';
import { inTime } from './in-time.ts';
import { markField } from './marked-fields.ts';

/** The tab whose page is read. */
export interface ReadTab {
	id?: number | undefined;
	title?: string | undefined;
	url?: string | undefined;
}

/** What is told of a tab's page to who uses an action on it. */
export const pageOf = (tab: ReadTab | null | undefined) => ({
	tabId: tab?.id,
	title: tab?.title,
	address: tab?.url,
});

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
	const isSecret = active instanceof HTMLInputElement && active.type === 'password';
	if (active instanceof HTMLTextAreaElement || (active instanceof HTMLInputElement && !isSecret)) {
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
		const [found] = (frames ?? [])
			.sort((one, other) => Number(other.frameId === focused) - Number(one.frameId === focused))
			.flatMap(({ frameId = 0, result }) =>
				typeof result === 'string' && result.trim() !== '' ? [{ frameId, text: result.trim() }] : [],
			);
		if (!found) return null;
		void markField(id, found.frameId, found.text);
		return { type: 'quote', text: found.text, title, url };
	} catch (error) {
		console.info('The page does not let its selection be read.', error);
		return null;
	}
}

/** Whether the keyboard is in this document itself, and not in a frame in it; it runs in the page. */
function hasKeyboard(): boolean {
	return document.hasFocus() && !(document.activeElement instanceof HTMLIFrameElement);
}

/** What a script reads in a frame; null where extensions may not read the page (PDF viewers, stores, chrome://) or it hangs. */
async function readInFrame(tabId: number, frameId: number, func: () => string): Promise<string | null> {
	try {
		const target = { tabId, frameIds: [frameId] };
		const reading = browser.scripting.executeScript({ target, func });
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
	const fromPage =
		tab?.id === undefined || tab.id < 0 ? null : await readInFrame(tab.id, frameId, readSelectionInPage);
	const isSame = fromPage !== null && withoutSpace(fromPage).startsWith(withoutSpace(text));
	return {
		type: 'quote',
		text: (isSame ? fromPage : text).trim(),
		title: tab?.title ?? '',
		url: tab?.url ?? pageUrl,
	};
}

/** What the context menu tells of a click, on whatever it was. */
export interface Click {
	selectionText?: string | undefined;
	linkUrl?: string | undefined;
	/** Firefox alone tells it. */
	linkText?: string | undefined;
	mediaType?: string | undefined;
	srcUrl?: string | undefined;
	editable?: boolean | undefined;
	frameId?: number | undefined;
	pageUrl?: string | undefined;
}

/** The text of the field that has the focus; it runs in the page. What is secret is not read. */
function readFieldInPage(): string {
	let active = document.activeElement;
	while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
	if (active instanceof HTMLInputElement) return active.type === 'password' ? '' : active.value;
	if (active instanceof HTMLTextAreaElement) return active.value;
	if (!(active instanceof HTMLElement) || !active.isContentEditable) return '';
	// What the linter would rather have, textContent, knows no line breaks.
	return String(Reflect.get(active, 'innerText'));
}

/** What was clicked on; see `readQuote`. A field is remembered, for an answer that may be written there. */
export async function readClicked(click: Click, tab: ReadTab | undefined): Promise<Quote | null> {
	const quote = await readQuote(click, tab);
	const { id = -1 } = tab ?? {};
	if (click.editable && quote && id >= 0) void markField(id, click.frameId ?? 0, quote.text);
	return quote;
}

/**
 * What was clicked on, as a quotation: the selection, else the text of the field, or the address of the link or of the
 * picture. Null where it was the page itself, or a field without text.
 */
async function readQuote(click: Click, tab: ReadTab | undefined): Promise<Quote | null> {
	const { selectionText = '', linkUrl, linkText = '', srcUrl, mediaType, editable, frameId = 0 } = click;
	const pageUrl = click.pageUrl ?? '';
	if (selectionText !== '') return readSelection({ text: selectionText, frameId, pageUrl, tab });
	const source = { title: tab?.title ?? '', url: tab?.url ?? pageUrl };
	if (editable) {
		const { id = -1 } = tab ?? {};
		const text = id < 0 ? null : await readInFrame(id, frameId, readFieldInPage);
		return text?.trim() ? { type: 'quote', text: text.trim(), ...source } : null;
	}
	if (linkUrl) return { type: 'quote', text: linkUrl, title: linkText, url: linkUrl };
	return mediaType === 'image' && srcUrl ? { type: 'quote', text: srcUrl, ...source } : null;
}
