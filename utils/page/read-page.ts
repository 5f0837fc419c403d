import { browser } from 'wxt/browser';
import type { PartOf } from '../chat/schema.ts';
import type { CollectedPage, Scope } from './collect/collect-page.ts';
import type { PageInPieces } from './collect/html-pieces.ts';
import { extractAll, extractMain } from './extract/extract-page.ts';
import { inTime } from './in-time.ts';
import { findSelection } from './read-frames.ts';

export type { Scope } from './collect/collect-page.ts';
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

/** Runs in the page, where `collect-page.js` has put the function, under the symbol that is named there. */
function collectInPage(scope: Scope): PageInPieces | 'pdf' | null {
	// Chrome's viewer is a page with a frame that no script gets into.
	if (Reflect.get(Document.prototype, 'contentType', document) === 'application/pdf') return 'pdf';
	const world: Record<symbol, ((of: Scope) => PageInPieces | null) | undefined> = Object(globalThis);
	const collectShown = world[Symbol.for('lockchat.collect')];
	if (!collectShown) throw new Error('The page was left: no frame.');
	return collectShown(scope);
}

/** Runs in the page, as the function above. */
function pieceInPage(id: string, place: number): string | null {
	const world: Record<symbol, typeof pieceInPage | undefined> = Object(globalThis);
	return world[Symbol.for('lockchat.piece')]?.(id, place) ?? null;
}

/** Whether this came from our script: the page cannot change it, but a browser may give nothing. */
function isCollected(result: unknown): result is PageInPieces {
	return typeof result === 'object' && result !== null && 'html' in result;
}

type Target = { tabId: number; frameIds?: number[] };

/** The HTML of a page of which the first piece has come. The others are asked for all at once. */
async function wholeHtml(target: Target, { html, id, pieces }: PageInPieces): Promise<string> {
	const others = Array.from({ length: pieces - 1 }, async (_, at) => {
		const args: [string, number] = [id, at + 1];
		const [injected] = await browser.scripting.executeScript({ target, func: pieceInPage, args });
		if (typeof injected?.result !== 'string') throw new Error('The page was left: no frame.');
		return injected.result;
	});
	return html + (await Promise.all(others)).join('');
}

/**
 * What is selected may stand in any frame of the page, and is then a part of that page. Of other scopes the frames are left
 * out.
 */
async function readFrom(tabId: number, scope: Scope): Promise<unknown> {
	const frameId = scope === 'selection' ? ((await findSelection(tabId))?.frameId ?? 0) : 0;
	const result = await collectFrame(frameId === 0 ? { tabId } : { tabId, frameIds: [frameId] }, scope);
	if (frameId === 0 || !isCollected(result)) return result;
	const { title = result.title, url = result.url } = await browser.tabs.get(tabId);
	return { ...result, title, url };
}

async function collectFrame(target: Target, scope: Scope): Promise<unknown> {
	await browser.scripting.executeScript({ target, files: ['/collect-page.js'] });
	const [injected] = await browser.scripting.executeScript({ target, func: collectInPage, args: [scope] });
	const result: unknown = injected?.result;
	return isCollected(result) ? { ...result, html: await wholeHtml(target, result) } : result;
}

async function collect(tabId: number, scope: Scope): Promise<CollectedPage> {
	let result: unknown;
	try {
		result = await inTime(readFrom(tabId, scope), READ_WITHIN_MS);
	} catch (error) {
		throw new PageError(pageFailureOf(error), { cause: error });
	}
	if (result === undefined) throw new PageError('late');
	if (result === 'pdf') throw new PageError('pdf');
	if (!isCollected(result)) throw new PageError(scope === 'selection' ? 'nothing-selected' : 'empty');
	return result;
}

/**
 * Takes what a reader sees of a tab's page, as Markdown. Of the whole page it is the main text.
 *
 * @throws {PageError}
 */
export async function readPage(tabId: number, scope: Scope): Promise<PagePart> {
	const { html, title, url, taken, shown } = await collect(tabId, scope);
	const { text, share } = scope === 'page' ? extractMain(html, taken) : extractAll(html);
	if (text === '') throw new PageError('empty');
	const takenShare = shown === 0 ? 1 : taken / shown;
	return { type: 'page', text, title, url, takenAt: Date.now(), share: share * takenShare };
}
