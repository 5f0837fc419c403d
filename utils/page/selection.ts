import type { Quote } from '../chat/schema.ts';
import { cleanText } from './collect/clean-text.ts';
import { markField } from './marked-fields.ts';
import { findSelection, readFrame } from './read-frames.ts';

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

const withoutSpace = (text: string): string => text.replace(/\s+/g, '');

/** A quotation of a text, without the characters that no reader sees; null where nothing is left. */
function quoteOf(text: string, { title, url }: Pick<Quote, 'title' | 'url'>): Quote | null {
	const seen = cleanText(text).trim();
	return seen === '' ? null : { type: 'quote', text: seen, title: cleanText(title), url };
}

/**
 * What is selected in the frame of a tab that has the keyboard, else in any of its frames; null where nothing is, or where
 * extensions may not read the page. The key that the user has pressed grants `activeTab`, by which the page is read.
 */
export async function readSelectionOf({ id = -1, title = '', url = '' }: ReadTab): Promise<Quote | null> {
	const found = await findSelection(id);
	const quote = found ? quoteOf(found.selected, { title, url }) : null;
	if (found && quote) void markField(id, found.frameId, quote.text);
	return quote;
}

/**
 * The selection that the user asks about; where the page can be read, with line breaks and without what no reader sees.
 * Null where it is a secret, or nothing of it is seen. The click on the menu grants `activeTab`, by which the page is read.
 * What is read is used only if the menu has the same text.
 */
export async function readSelection({ text, frameId, pageUrl, tab }: SelectionClick): Promise<Quote | null> {
	const { selected = '', whole = '', isSecret = false } = (await readFrame(tab?.id ?? -1, frameId)) ?? {};
	if (isSecret) return null;
	const isSame = withoutSpace(whole).startsWith(withoutSpace(text));
	return quoteOf(isSame ? selected : text, { title: tab?.title ?? '', url: tab?.url ?? pageUrl });
}

/** Text that a script of ours has read in a frame, as a quotation. A field is remembered, as by `readClicked`. */
export function quoteRead(
	text: string,
	tab: ReadTab,
	frame: { frameId: number; pageUrl: string },
): Quote | null {
	const quote = quoteOf(text, { title: tab.title ?? '', url: tab.url ?? frame.pageUrl });
	if (quote) void markField(tab.id ?? -1, frame.frameId, quote.text);
	return quote;
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
	if (editable) return quoteOf((await readFrame(tab?.id ?? -1, frameId))?.field ?? '', source);
	if (linkUrl) return quoteOf(linkUrl, { title: linkText, url: linkUrl });
	return mediaType === 'image' && srcUrl ? quoteOf(srcUrl, source) : null;
}
