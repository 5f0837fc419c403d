import { type Browser, browser } from 'wxt/browser';
import type { Quote } from '../chat/schema.ts';
import type { ReadSelection } from './collect/read-selection.ts';
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
 * The longest wait for the page, in milliseconds. A page that is caught in a loop never runs our script, and a window
 * waits for the selection.
 */
const READ_WITHIN_MS = 2_000;

const withoutSpace = (text: string): string => text.replace(/\s+/g, '');

/** What is read in frames of a tab; none where extensions may not read the page (PDF viewers, stores, chrome://) or it hangs. */
async function readFrames(target: Browser.scripting.InjectionTarget) {
	if (target.tabId < 0) return [];
	try {
		const reading = browser.scripting.executeScript<[], ReadSelection>({
			target,
			files: ['/read-selection.js'],
		});
		const frames = await inTime(reading, READ_WITHIN_MS);
		if (!frames) console.info('The page did not answer in time.');
		return frames ?? [];
	} catch (error) {
		console.info('The page does not let its selection be read.', error);
		return [];
	}
}

/**
 * What is selected in the frame of a tab that has the keyboard, else in any of its frames; null where nothing is, or where
 * extensions may not read the page. The key that the user has pressed grants `activeTab`, by which the page is read.
 */
export async function readSelectionOf({ id = -1, title = '', url = '' }: ReadTab): Promise<Quote | null> {
	const [found] = (await readFrames({ tabId: id, allFrames: true }))
		.flatMap(({ frameId, result }) => (result?.selected.trim() ? [{ frameId, ...result }] : []))
		.sort((one, other) => Number(other.hasKeyboard) - Number(one.hasKeyboard));
	if (!found) return null;
	const text = found.selected.trim();
	void markField(id, found.frameId, text);
	return { type: 'quote', text, title, url };
}

const readInFrame = async (tab: ReadTab | undefined, frameId: number): Promise<ReadSelection | undefined> =>
	(await readFrames({ tabId: tab?.id ?? -1, frameIds: [frameId] }))[0]?.result;

/**
 * The selection that the user asks about, with line breaks where the page can be read; null where it is a secret. The
 * click on the menu grants `activeTab`, by which the page is read. What is read is used only if the menu has the same text.
 */
export async function readSelection({ text, frameId, pageUrl, tab }: SelectionClick): Promise<Quote | null> {
	const { selected = '', isSecret = false } = (await readInFrame(tab, frameId)) ?? {};
	if (isSecret) return null;
	const isSame = withoutSpace(selected).startsWith(withoutSpace(text));
	return {
		type: 'quote',
		text: (isSame ? selected : text).trim(),
		title: tab?.title ?? '',
		url: tab?.url ?? pageUrl,
	};
}

/** Text that a script of ours has read in a frame, as a quotation. A field is remembered, as by `readClicked`. */
export function quoteRead(text: string, tab: ReadTab, frame: { frameId: number; pageUrl: string }): Quote {
	void markField(tab.id ?? -1, frame.frameId, text);
	return { type: 'quote', text, title: tab.title ?? '', url: tab.url ?? frame.pageUrl };
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
		const text = (await readInFrame(tab, frameId))?.field.trim();
		return text ? { type: 'quote', text, ...source } : null;
	}
	if (linkUrl) return { type: 'quote', text: linkUrl, title: linkText, url: linkUrl };
	return mediaType === 'image' && srcUrl ? { type: 'quote', text: srcUrl, ...source } : null;
}
