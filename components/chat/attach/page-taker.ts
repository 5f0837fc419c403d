import { FileError } from '../../../utils/files/file-error.ts';
import { MAX_PDF_BYTES, type PdfProgress, readPdf } from '../../../utils/files/pdf/read-pdf.ts';
import { type PageStamp, stampOf } from '../../../utils/page/page-change.ts';
import {
	PageError,
	type PageFailure,
	type PagePart,
	readPage,
	type Scope,
} from '../../../utils/page/read-page.ts';
import { type PageTab, pageTab } from '../../../utils/platform/tabs.ts';
import type { ComposerModel } from '../services/composer-model.ts';
import type { PdfFetching } from '../services/fetch-pdf.ts';
import { type FileTaker, MAX_ATTACHED_LENGTH, tellOfPages } from './file-taker.ts';
import { failureOfPdf, pdfAddress, pdfName } from './pdf-tab.ts';

/** What is to be taken: a part of the page in a tab, in the place of what was taken of it before. */
interface PageWish {
	scope: Scope;
	/** Left out for the tab that the user looks at. */
	tab?: PageTab;
	replaced?: PagePart;
}

export type TakingState =
	| { type: 'idle' }
	/** `progress`: of a PDF, which is fetched and read page by page; null for other pages. */
	| { type: 'reading'; progress: PdfProgress | null }
	| { type: 'taken'; title: string }
	| { type: 'failed'; code: PageFailure; wish: PageWish };

/** Where a page that is attached was taken from. It is known to the window that took it, as long as it is open. */
interface PageOrigin {
	tab: PageTab;
	scope: Scope;
	stamp: PageStamp | null;
}

export interface PageTaker {
	getState(): TakingState;
	subscribe(listener: () => void): () => void;
	/** Takes a page and attaches it. Never rejects: what fails is in the state. */
	take(wish: PageWish): Promise<void>;
	/** Ends the reading of a PDF. */
	cancel(): void;
	originOf(page: PagePart): PageOrigin | undefined;
	dismiss(): void;
}

/** What a taker needs for a PDF that a tab shows. */
interface PdfHelp {
	fetchPdf(url: string, fetching: PdfFetching): Promise<Uint8Array<ArrayBuffer>>;
	tell: FileTaker['tell'];
}

/** A page is known by when it was taken: its text can be edited. */
const keyOf = ({ url, takenAt }: PagePart): string => `${takenAt} ${url}`;

export function createPageTaker(
	composer: Pick<ComposerModel, 'attach' | 'replace' | 'focus'>,
	{ fetchPdf, tell }: PdfHelp,
): PageTaker {
	let state: TakingState = { type: 'idle' };
	const listeners = new Set<() => void>();
	const origins = new Map<string, PageOrigin>();
	let controller = new AbortController();

	function set(next: TakingState): void {
		state = next;
		for (const listener of listeners) listener();
	}

	function fail(error: unknown, wish: PageWish): void {
		console.info('A page was not attached.', error);
		const url = wish.tab?.url;
		if (error instanceof FileError) {
			tell({ type: 'refused', name: pdfName(url), code: error.code });
			set({ type: 'idle' });
			return;
		}
		const code = error instanceof PageError ? error.code : 'gone';
		// A browser's own page is refused in the same words as one without access.
		const isOwn = code === 'denied' && url !== undefined && !/^https?:/.test(url);
		set({ type: 'failed', code: isOwn ? 'closed' : code, wish });
	}

	/** A page, or the PDF that its tab shows. */
	async function pageIn(tab: PageTab, scope: Scope): Promise<PagePart> {
		const { signal } = controller;
		const onProgress = (progress: PdfProgress) => set({ type: 'reading', progress });
		try {
			return await readPage(tab.id, scope);
		} catch (error) {
			const url = scope === 'page' ? await pdfAddress(tab.url, error) : null;
			if (url === null) throw error;
			const onShare = (share: number | null) => onProgress({ step: 'fetching', share });
			const fetching = { signal, maxBytes: MAX_PDF_BYTES, onShare };
			const bytes = await fetchPdf(url, fetching).catch(async (refusal: unknown) => {
				throw await failureOfPdf(refusal, url, error);
			});
			const pdf = await readPdf(bytes, { signal, onProgress, maxLength: MAX_ATTACHED_LENGTH });
			const { text, pages, blank, broken } = pdf;
			const title = pdf.title || pdfName(url);
			tellOfPages(title, pdf, tell);
			const share = (pages - blank.length - broken.length) / pages;
			return { type: 'page', text, title, url, takenAt: Date.now(), share };
		}
	}

	return {
		getState: () => state,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		async take(wish) {
			if (state.type === 'reading') return;
			controller = new AbortController();
			set({ type: 'reading', progress: null });
			let known = wish;
			try {
				const tab = await pageTab(wish.tab?.id);
				if (!tab) throw new PageError('gone');
				known = { ...wish, tab };
				const page = await pageIn(tab, wish.scope);
				const stamp = await stampOf(tab.id);
				origins.set(keyOf(page), { tab: { ...tab, url: page.url }, scope: wish.scope, stamp });
				if (wish.replaced) composer.replace(wish.replaced, page);
				else composer.attach(page);
				set({ type: 'taken', title: page.title });
			} catch (error) {
				if (controller.signal.aborted) set({ type: 'idle' });
				else return fail(error, known);
			}
			composer.focus();
		},
		cancel: () => controller.abort(),
		originOf: (page) => origins.get(keyOf(page)),
		dismiss: () => set({ type: 'idle' }),
	};
}
