import type { Quote } from '../../../utils/chat/schema.ts';
import { EMPTY_DRAFT, isSameQuote, joinQuotes, quotesWithout } from '../../../utils/settings/drafts.ts';
import type { DraftKeeper, OwnDraft } from './draft-keeper.ts';

/** The text box, as far as drafts need it. */
export interface TextBox {
	getText(): string;
	/** Replaces the text. */
	fill(text: string): void;
}

/** The unsent question of the chat that the window belongs to: its text, which stands in the text box, and its quotations. */
export interface DraftBox {
	/**
	 * Makes the window belong to this chat and show its draft. What was written and attached before stays with the chat
	 * it was meant for. It goes along only if it was meant for no chat yet, or for one that is gone.
	 */
	show(chatId: string, goneChatId: string | null): void;
	/** To be called when the user has changed the text. */
	note(text: string): void;
	/** The quotations: the same array until one is attached or removed. */
	getQuotes(): readonly Quote[];
	attach(quote: Quote): void;
	remove(quote: Quote): void;
	/** To be called when the question has been sent: neither its text nor its quotations are a draft any longer. */
	clear(): void;
}

/** What the window has of one chat's draft, for as long as it belongs to that chat. */
interface Visit {
	readonly chatId: string;
	/** The text in the text box. After the window has left the chat, the text that stood there then. */
	text: string;
	quotes: readonly Quote[];
	/**
	 * A stored draft that came when the user had already begun to write. It waits until the text box is empty, so that
	 * nothing changes under the user's fingers and what is sent is what was seen. Null until the stored draft has been
	 * read: a draft that is not known must not be replaced.
	 */
	waiting: OwnDraft | null;
}

/** Joins two drafts of one chat that were written separately. */
function join(first: OwnDraft, second: OwnDraft): OwnDraft {
	const texts = new Set([first.text, second.text].filter((text) => text !== ''));
	return { text: [...texts].join('\n\n'), quotes: joinQuotes(first.quotes, second.quotes) };
}

function isSame(a: OwnDraft, b: OwnDraft): boolean {
	const isSameAt = (quote: Quote, at: number) =>
		b.quotes[at] !== undefined && isSameQuote(quote, b.quotes[at]);
	return a.text === b.text && a.quotes.length === b.quotes.length && a.quotes.every(isSameAt);
}

/**
 * The quotation as it comes back from the storage, which writes UTF-8: half a character becomes a replacement character
 * there, and with it the quotation would seem to be another one.
 */
function asStored(quote: Quote): Quote {
	const { text, title, url } = quote;
	if ([text, title, url].every((part) => part.isWellFormed())) return quote;
	return { ...quote, text: text.toWellFormed(), title: title.toWellFormed(), url: url.toWellFormed() };
}

/** @param onQuotes is called when `getQuotes` has something else to give */
export function createDraftBox(keeper: DraftKeeper, box: TextBox, onQuotes: () => void): DraftBox {
	let visit: Visit | null = null;
	/** Quotations that were attached before the window knew its chat. */
	let early: readonly Quote[] = [];
	let unwatch = (): void => undefined;
	/**
	 * Each read waits for the one before it, so that what is written for a chat is noted before the window comes back
	 * to it.
	 */
	let reading: Promise<void> = Promise.resolve();

	function save(of: Visit): void {
		if (of.waiting) keeper.note(of.chatId, join(of.waiting, of));
	}

	function setQuotes(of: Visit, quotes: readonly Quote[]): void {
		of.quotes = quotes;
		if (of === visit) onQuotes();
	}

	/** Puts the draft that waits into the empty text box, if there is one. */
	function bringWaiting(to: Visit): void {
		if (!to.waiting || (to.waiting.text === '' && to.waiting.quotes.length === 0)) return;
		const { text, quotes } = to.waiting;
		to.waiting = EMPTY_DRAFT;
		to.text = text;
		box.fill(text);
		setQuotes(to, joinQuotes(quotes, to.quotes));
	}

	async function read(next: Visit, gone: Visit | null): Promise<void> {
		const stored = await keeper.read(next.chatId);
		next.waiting = join(stored, gone?.waiting ?? EMPTY_DRAFT);
		if (gone) keeper.note(gone.chatId, EMPTY_DRAFT);
		if (next.text === '' && visit === next) bringWaiting(next);
		if (isSame(join(next.waiting, next), stored)) return;
		save(next);
		keeper.flush();
	}

	/** Removes quotations that another window has sent, or that were removed there. */
	function forget(from: Visit, removed: readonly Quote[]): void {
		if (from.waiting) from.waiting = { ...from.waiting, quotes: quotesWithout(from.waiting.quotes, removed) };
		const quotes = quotesWithout(from.quotes, removed);
		if (quotes.length < from.quotes.length) setQuotes(from, quotes);
	}

	/** Quotations are stored at once, so that other windows know of them before they write. */
	function saveQuotes(quotes: readonly Quote[]): void {
		if (!visit) {
			early = quotes;
			onQuotes();
			return;
		}
		setQuotes(visit, quotes);
		save(visit);
		keeper.flush();
	}

	const getQuotes = (): readonly Quote[] => visit?.quotes ?? early;

	return {
		show(chatId, goneChatId) {
			if (visit?.chatId === chatId) return;
			const gone = visit?.chatId === goneChatId ? visit : null;
			const isKept = visit === null || gone !== null;
			if (!isKept) box.fill('');
			const next: Visit = { chatId, text: box.getText(), quotes: isKept ? getQuotes() : [], waiting: null };
			visit = next;
			unwatch();
			unwatch = keeper.watch(chatId, (removed) => forget(next, removed));
			onQuotes();
			reading = reading.then(() => read(next, gone));
		},
		note(text) {
			if (!visit) return;
			visit.text = text;
			if (text === '') bringWaiting(visit);
			save(visit);
		},
		getQuotes,
		attach(quote) {
			const stored = asStored(quote);
			if (!getQuotes().some((other) => isSameQuote(other, stored))) saveQuotes([...getQuotes(), stored]);
		},
		remove: (quote) => saveQuotes(getQuotes().filter((other) => other !== quote)),
		clear() {
			box.fill('');
			if (visit) {
				visit.text = '';
				visit.quotes = [];
				bringWaiting(visit);
			}
			saveQuotes(visit?.quotes ?? []);
		},
	};
}
