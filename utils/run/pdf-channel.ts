/**
 * The channel by which the bytes of a PDF come from the background to the window that asked for them: a `BroadcastChannel`
 * of a name that the window makes up. A port would carry them as text, and has no back pressure.
 */

/** What the background sends: a piece of the PDF. */
export interface PdfPiece {
	/** How many bytes stand before it. */
	at: number;
	bytes: Uint8Array<ArrayBuffer>;
	/** How many bytes there will be in all; null where the server does not tell. */
	total: number | null;
}

/** What the window sends, once it wants no more. */
export const GIVE_UP = 'give-up';

/**
 * Why there is no PDF:
 * - `unreachable`: the browser lets nobody fetch it, or there is no connection
 * - `refused`: its server answers with something else
 * - `too-large`
 * - `given-up`: the window wants no more
 */
export type PdfRefusal = 'unreachable' | 'refused' | 'too-large' | 'given-up';

/** `size`: how many bytes were sent. */
export type PdfFetched = { ok: true; size: number } | { ok: false; why: PdfRefusal };
