import { browser } from 'wxt/browser';
import type { PartOf } from '../chat/schema.ts';
import type { Scope } from './collect/page-messages.ts';
import { WrittenAhead } from './extract/ahead.ts';
import { extractAll, extractMain } from './extract/extract-page.ts';
import { inTime } from './in-time.ts';
import { findSelection } from './read-frames.ts';
import { ReaderError, type ReceivedPage, type Receiving, receivePage } from './receive-page.ts';

export type { Scope } from './collect/page-messages.ts';
export { lacksTranscript } from './extract/transcript.ts';

export type PagePart = PartOf<'page'>;

/**
 * Why a page was not taken:
 * - `denied`: the browser has not given access to the page
 * - `closed`: extensions may not read it (the browser's own pages, its store)
 * - `gone`: it was left or closed meanwhile
 * - `late`: it did not answer in time
 * - `empty`: it shows no text
 * - `nothing-selected`
 * - `pdf`: it is a PDF in the browser's viewer; `pdf-local`: of this computer, where it cannot be fetched; `pdf-denied`:
 *   the browser lets nobody fetch it without access to its site; `pdf-refused`: its server does not give it again
 */
export type PageFailure =
	| 'denied'
	| 'closed'
	| 'gone'
	| 'late'
	| 'empty'
	| 'nothing-selected'
	| 'pdf'
	| 'pdf-local'
	| 'pdf-denied'
	| 'pdf-refused';

export class PageError extends Error {
	readonly code: PageFailure;
	constructor(code: PageFailure, options?: ErrorOptions) {
		super(`The page was not taken: ${code}.`, options);
		this.name = 'PageError';
		this.code = code;
	}
}

/** The longest wait for the page, in milliseconds. A page that is caught in a loop never runs our script. */
const READ_WITHIN_MS = 8_000;

/** What browsers say, in no language but English. Firefox says the same of its own pages as of those without access. */
const SAID: readonly [RegExp, PageFailure][] = [
	[
		/chrome:\/\/|edge:\/\/|about:|gallery|cannot be scripted|webstore|extension manifest must .* file/i,
		'closed',
	],
	[/cannot access|missing host permission|permission/i, 'denied'],
	[/no tab|frame .*removed|no frame|closed|error page|destroyed|unloaded/i, 'gone'],
];

export function pageFailureOf(error: unknown): PageFailure {
	const words = error instanceof Error ? error.message : String(error);
	return SAID.find(([pattern]) => pattern.test(words))?.[1] ?? 'gone';
}

/**
 * What is selected may stand in any frame of the page, and is then a part of that page. Of other scopes the frames are left
 * out.
 */
async function readFrom(tabId: number, scope: Scope, receiving: Receiving) {
	const frameId = scope === 'selection' ? ((await findSelection(tabId))?.frameId ?? 0) : 0;
	const page = await receivePage({ tabId, frameId }, scope, receiving);
	if (frameId === 0 || page === null || page === 'pdf') return page;
	const { title = page.title, url = page.url } = await browser.tabs.get(tabId);
	return { ...page, title, url };
}

async function collect(tabId: number, scope: Scope, ahead: WrittenAhead): Promise<ReceivedPage> {
	const ended = new AbortController();
	let page: ReceivedPage | 'pdf' | null | undefined;
	try {
		page = await inTime(
			readFrom(tabId, scope, { signal: ended.signal, onPiece: (...piece) => ahead.hear(...piece) }),
			READ_WITHIN_MS,
		);
	} catch (error) {
		const code = error instanceof ReaderError ? 'gone' : pageFailureOf(error);
		throw new PageError(code, { cause: error });
	} finally {
		ended.abort();
	}
	if (page === undefined) throw new PageError('late');
	if (page === 'pdf') throw new PageError('pdf');
	if (page === null) throw new PageError('nothing-selected');
	return page;
}

/**
 * Takes what a reader sees of a tab's page, as Markdown. Of the whole page it is the main text.
 *
 * @throws {PageError}
 */
export async function readPage(tabId: number, scope: Scope): Promise<PagePart> {
	const ahead = new WrittenAhead();
	const { document, title, url, taken, shown } = await collect(tabId, scope, ahead);
	const { writer } = ahead;
	const isMain = scope === 'page';
	const { text, share } = isMain
		? extractMain(document, { length: taken, writer })
		: extractAll(document, writer);
	if (text === '') throw new PageError('empty');
	const takenShare = shown === 0 ? 1 : taken / shown;
	return { type: 'page', text, title, url, takenAt: Date.now(), share: share * takenShare };
}
