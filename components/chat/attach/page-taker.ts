import { FileError } from '../../../utils/files/file-error.ts';
import { MAX_PDF_BYTES, type PdfProgress, readPdf } from '../../../utils/files/pdf/read-pdf.ts';
import { openLinkedPage } from '../../../utils/page/linked-page.ts';
import { type PageStamp, stampOf } from '../../../utils/page/page-change.ts';
import {
	lacksTranscript,
	PageError,
	type PageFailure,
	type PagePart,
	readPage,
	type Scope,
} from '../../../utils/page/read-page.ts';
import { hasOrigin } from '../../../utils/platform/permissions.ts';
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
	/** The address of a page that is in no tab. */
	link?: string;
	/** Whether the link has led to another site than its own, of which nothing is known. */
	isElsewhere?: true;
	replaced?: PagePart;
}

/** A page that was not taken, and why. */
export interface FailedTaking {
	code: PageFailure;
	wish: PageWish;
}

interface TakingState {
	isReading: boolean;
	/** How far a PDF is fetched and read; null for other pages. */
	progress: PdfProgress | null;
	/** The title of the page that was taken last. */
	taken: string | null;
	failed: readonly FailedTaking[];
}

/** Where a page that is attached was taken from. It is known to the window that took it, as long as it is open. */
interface PageOrigin {
	tab: PageTab;
	scope: Scope;
	stamp: Promise<PageStamp | null>;
}

export interface PageTaker {
	getState(): TakingState;
	subscribe(listener: () => void): () => void;
	/**
	 * Takes a page and attaches it, after those that were asked for before. What waits already is not taken twice. Never
	 * rejects: what fails is in the state.
	 */
	take(wish: PageWish): Promise<void>;
	/** Ends the reading of a PDF. */
	cancel(): void;
	originOf(page: PagePart): PageOrigin | undefined;
	dismiss(failed: FailedTaking): void;
}

/** What a taker needs beside the composer: for a PDF that a tab shows, and to tell what is missing. */
interface Help {
	fetchPdf(url: string, fetching: PdfFetching): Promise<Uint8Array<ArrayBuffer>>;
	tell: FileTaker['tell'];
	withdraw: FileTaker['withdraw'];
}

/** Whether two wishes are for the same part of the same tab, or of the one that the user looks at. */
const isSame = (one: PageWish, other: PageWish): boolean =>
	one.scope === other.scope &&
	one.link === other.link &&
	(other.tab === undefined || one.tab?.id === other.tab.id);

const isOfWeb = (link: string): boolean => URL.canParse(link) && /^https?:$/.test(new URL(link).protocol);

/** A page is known by when it was taken: its text can be edited. */
const keyOf = ({ url, takenAt }: PagePart): string => `${takenAt} ${url}`;

export function createPageTaker(
	composer: Pick<ComposerModel, 'attach' | 'replace' | 'focus'>,
	{ fetchPdf, tell, withdraw }: Help,
): PageTaker {
	let state: TakingState = { isReading: false, progress: null, taken: null, failed: [] };
	const listeners = new Set<() => void>();
	const origins = new Map<string, PageOrigin>();
	let controller = new AbortController();
	let taking: Promise<void> = Promise.resolve();
	const waiting = new Set<string>();

	function set(change: Partial<TakingState>): void {
		state = { ...state, ...change };
		for (const listener of listeners) listener();
	}

	function fail(error: unknown, wish: PageWish): void {
		console.info('A page was not attached.', error);
		const url = wish.link ?? wish.tab?.url;
		if (error instanceof FileError) {
			tell({ type: 'refused', name: pdfName(url), code: error.code });
			return;
		}
		const code = error instanceof PageError ? error.code : 'gone';
		// A browser's own page is refused in the same words as one without access.
		const isOwn = code === 'denied' && url !== undefined && !/^https?:/.test(url);
		set({ failed: [...state.failed, { code: isOwn ? 'closed' : code, wish }] });
	}

	/** A page, or the PDF that its tab shows. */
	async function pageIn(tab: PageTab, scope: Scope): Promise<PagePart> {
		const { signal } = controller;
		const onProgress = (progress: PdfProgress) => set({ progress });
		try {
			const page = await readPage(tab.id, scope);
			withdraw(page.title);
			if (scope === 'page' && lacksTranscript(page)) tell({ type: 'no-transcript', name: page.title });
			return page;
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

	/** Reads the page behind a link, in a tab that is closed after that. */
	async function readLinked(link: string, scope: Scope): Promise<PagePart> {
		if (!isOfWeb(link)) throw new PageError('closed');
		if (!(await hasOrigin(link))) throw new PageError('denied');
		const opened = await openLinkedPage(link, controller.signal);
		try {
			const tab = await pageTab(opened.tabId);
			if (!tab) throw new PageError('gone');
			return await pageIn(tab, scope);
		} finally {
			await opened.close();
		}
	}

	async function attachLinked(wish: PageWish, link: string): Promise<void> {
		try {
			const page = await readLinked(link, wish.scope);
			composer.attach(page);
			set({ taken: page.title });
		} catch (error) {
			const isElsewhere = error instanceof PageError && error.code === 'denied' && (await hasOrigin(link));
			if (!controller.signal.aborted) fail(error, { ...wish, ...(isElsewhere && { isElsewhere }) });
		}
		composer.focus();
	}

	async function attach(wish: PageWish): Promise<void> {
		controller = new AbortController();
		set({ isReading: true, progress: null, taken: null });
		if (wish.link !== undefined) {
			await attachLinked(wish, wish.link);
			set({ isReading: false, progress: null });
			return;
		}
		let known = wish;
		try {
			const tab = await pageTab(wish.tab?.id);
			if (!tab) throw new PageError('gone');
			known = { ...wish, tab };
			const page = await pageIn(tab, wish.scope);
			// The chip does not wait for it: to measure a long page takes as long as to read it.
			const stamp = stampOf(tab.id);
			origins.set(keyOf(page), { tab: { ...tab, url: page.url }, scope: wish.scope, stamp });
			if (wish.replaced) composer.replace(wish.replaced, page);
			else composer.attach(page);
			set({ taken: page.title });
			composer.focus();
		} catch (error) {
			if (controller.signal.aborted) composer.focus();
			else fail(error, known);
		}
		set({ isReading: false, progress: null });
	}

	return {
		getState: () => state,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		take(wish) {
			const key = `${wish.link ?? wish.tab?.id} ${wish.scope}`;
			if (waiting.has(key)) return taking;
			waiting.add(key);
			// A new attempt clears the earlier failure.
			set({ failed: state.failed.filter(({ wish: before }) => !isSame(before, wish)) });
			taking = taking
				.then(() => attach(wish))
				.finally(() => {
					waiting.delete(key);
				});
			return taking;
		},
		cancel: () => controller.abort(),
		originOf: (page) => origins.get(keyOf(page)),
		dismiss: (failed) => set({ failed: state.failed.filter((one) => one !== failed) }),
	};
}
