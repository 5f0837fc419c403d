import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { generousParts, type Quote } from '../chat/schema.ts';

const storedDraft = v.object({ parts: v.array(v.unknown()) });

/** A question that is not sent yet. */
export interface Draft {
	readonly text: string;
	/** What goes along with the question, in the order in which it was attached. */
	readonly quotes: readonly Quote[];
	/** Parts of a kind that this version does not know: they are written back as they were read. */
	readonly unknownParts: readonly unknown[];
}

export const EMPTY_DRAFT: Draft = { text: '', quotes: [], unknownParts: [] };

/**
 * Drafts by chat id, until the browser closes; `new` is the chat that has no question yet. Each draft is an item of its
 * own, so that a window that closes can write it without reading anything first.
 *
 * An item is `{ parts }` with the parts of a message: `{ type: 'text', text }` and `{ type: 'quote', text, title, url }`.
 * Earlier versions stored the text alone, as a string.
 */
const keyOf = (chatId: string) => `session:draft:${chatId}` as const;

function readDraft(stored: unknown): Draft {
	if (typeof stored === 'string') return { ...EMPTY_DRAFT, text: stored };
	if (!v.is(storedDraft, stored)) return EMPTY_DRAFT;
	const texts: string[] = [];
	const quotes: Quote[] = [];
	const unknownParts: unknown[] = [];
	for (const part of stored.parts) {
		const text = v.safeParse(generousParts.text, part);
		const quote = v.safeParse(generousParts.quote, part);
		if (text.success) texts.push(text.output.text);
		else if (quote.success) quotes.push(quote.output);
		else unknownParts.push(part);
	}
	return { text: texts.join('\n\n'), quotes, unknownParts };
}

/** The draft of a chat; an empty one where there is none. */
export async function draftOf(chatId: string): Promise<Draft> {
	return readDraft(await storage.getItem(keyOf(chatId)));
}

/**
 * Stores a draft; an empty draft removes what is stored. This writes at once, so it should not be called for each
 * keystroke.
 */
export async function saveDraft(chatId: string, { text, quotes, unknownParts }: Draft): Promise<void> {
	const parts = [...quotes, ...(text === '' ? [] : [{ type: 'text', text }]), ...unknownParts];
	if (parts.length === 0) await storage.removeItem(keyOf(chatId));
	else await storage.setItem(keyOf(chatId), { parts });
}

/**
 * Calls `onChange` after each change of the stored draft, also after one that this window made. Returns a function
 * that stops it.
 */
export function watchDraft(chatId: string, onChange: () => void): () => void {
	return storage.watch(keyOf(chatId), onChange);
}

/** Whether two quotations are one: the same text of the same page. */
export function isSameQuote(a: Quote, b: Quote): boolean {
	return a.url === b.url && a.text === b.text;
}

/** The quotations of `quotes` that `others` does not have. */
export function quotesWithout(quotes: readonly Quote[], others: readonly Quote[]): readonly Quote[] {
	return quotes.filter((quote) => !others.some((other) => isSameQuote(quote, other)));
}

/** All quotations, each of them once. */
export function joinQuotes(first: readonly Quote[], second: readonly Quote[]): readonly Quote[] {
	return [...first, ...quotesWithout(second, first)];
}
