import { type Browser, browser } from 'wxt/browser';
import { type AboutPage, type FromPage, PAGE_PORT, type Scope } from './collect/page-messages.ts';

/** What a reader sees of a page, as a document without scripts, styles and pictures. Links are whole addresses. */
export interface ReceivedPage extends AboutPage {
	document: Document;
}

/** Called with a document that is not whole yet, and the length of the HTML that is in it. */
type OnPiece = (document: Document, length: number) => void;

export interface Receiving {
	/** Ends it. */
	signal: AbortSignal;
	/** Is called while the page is coming. */
	onPiece: OnPiece;
}

/** The script that reads has failed: what it says is not what browsers say of pages that they let nobody read. */
export class ReaderError extends Error {
	override name = 'ReaderError';
}

/** Runs in the page: whether a window can connect to the script that reads there; null where there is none. */
function hasPort(): boolean | null {
	const world: Record<symbol, { hasPort: boolean } | undefined> = Object(globalThis);
	return world[Symbol.for('lockchat.collect')]?.hasPort ?? null;
}

/** Runs in the page, as the function above. */
function readAll(scope: Scope): FromPage[] {
	const world: Record<symbol, { readAll(scope: Scope): FromPage[] } | undefined> = Object(globalThis);
	return world[Symbol.for('lockchat.collect')]?.readAll(scope) ?? [];
}

type Target = { tabId: number; frameIds: [number] };

/**
 * Puts the script that reads into a frame of a page. It stays there, so that a page that is taken again is read by code
 * that the browser has compiled. The browser is asked for access each time.
 *
 * @returns whether a window can connect to it
 */
async function putReader(target: Target): Promise<boolean> {
	const look = async () => (await browser.scripting.executeScript({ target, func: hasPort }))[0]?.result;
	const found = await look();
	if (typeof found === 'boolean') return found;
	await browser.scripting.executeScript({ target, files: ['/collect-page.js'] });
	return (await look()) === true;
}

/** Parses what comes while more is still being read: no other parser of a browser takes its text piece by piece. */
class ComingDocument {
	#document = document.implementation.createHTMLDocument();
	#length = 0;
	readonly #onPiece: OnPiece;

	constructor(onPiece: OnPiece) {
		this.#onPiece = onPiece;
	}

	write(html: string): void {
		this.#document.write(html);
		this.#length += html.length;
		this.#onPiece(this.#document, this.#length);
	}

	restart(): void {
		this.#document = document.implementation.createHTMLDocument();
		this.#length = 0;
	}

	end(): Document {
		this.#document.close();
		return this.#document;
	}
}

/**
 * Takes what a reader sees of a frame.
 *
 * @returns null where nothing is selected, and `pdf` for one in the browser's viewer
 * @throws what the browser says where no script may read the frame, or where it is left meanwhile
 */
export async function receivePage(
	{ tabId, frameId }: { tabId: number; frameId: number },
	scope: Scope,
	{ signal, onPiece }: Receiving,
): Promise<ReceivedPage | 'pdf' | null> {
	const target: Target = { tabId, frameIds: [frameId] };
	const isConnectable = await putReader(target);
	signal.throwIfAborted();
	const coming = new ComingDocument(onPiece);
	return await new Promise((resolve, reject) => {
		function take(message: FromPage): void {
			if (message.type === 'html') coming.write(message.html);
			else if (message.type === 'anew') coming.restart();
			else if (message.type === 'failed') reject(new ReaderError(message.reason));
			else {
				const { about } = message;
				resolve(about === null || about === 'pdf' ? about : { ...about, document: coming.end() });
			}
		}

		function hear(message: FromPage): void {
			try {
				take(message);
			} catch (error) {
				reject(new ReaderError('The page cannot be parsed.', { cause: error }));
			}
		}

		const isLeft = () => reject(new Error('The page was left: no frame.'));
		if (!isConnectable) {
			browser.scripting.executeScript({ target, func: readAll, args: [scope] }).then(([injected]) => {
				for (const message of injected?.result ?? []) hear(message);
				isLeft();
			}, reject);
			return;
		}
		const port: Browser.runtime.Port = browser.tabs.connect(tabId, { frameId, name: PAGE_PORT + scope });
		signal.addEventListener('abort', () => port.disconnect());
		port.onDisconnect.addListener(isLeft);
		port.onMessage.addListener(hear);
	});
}
