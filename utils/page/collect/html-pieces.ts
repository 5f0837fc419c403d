import type { CollectedPage } from './collect-page.ts';

/**
 * A page on its way to the window: the first piece of its HTML, and how many more wait in the page. Chromium takes 100 ms
 * for a message of a million characters, and 7 ms for eight messages with as many together.
 */
export interface PageInPieces extends CollectedPage {
	/** By what the other pieces are asked for. */
	id: string;
	/** How many pieces there are, the first among them. */
	pieces: number;
}

/** In UTF-16 code units. */
const PIECE = 128 * 1024;
/** Windows that read the same page at the same time. What is never asked for is forgotten with the next ones. */
const MOST_KEPT = 3;

/** The pieces that wait, by their pages' ids and their places. */
export type KeptPieces = Map<string, Map<number, string>>;

/** Cuts a long text, but no character of two units: messages would put others in the places of its halves. */
export function cutText(text: string, length = PIECE): string[] {
	const pieces: string[] = [];
	for (let start = 0; start < text.length || pieces.length === 0; ) {
		let end = Math.min(text.length, start + length);
		if (end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end -= 1;
		pieces.push(text.slice(start, end));
		start = end;
	}
	return pieces;
}

/** Keeps what is long of a page until it is asked for. */
export function inPieces(page: CollectedPage, kept: KeptPieces): PageInPieces {
	const [first = '', ...others] = cutText(page.html);
	// No UUID: pages without encryption have none to give.
	const id = `${performance.now()} ${Math.random()}`;
	if (others.length > 0) kept.set(id, new Map(others.map((piece, at) => [at + 1, piece])));
	const [oldest] = kept.keys();
	if (oldest !== undefined && kept.size > MOST_KEPT) kept.delete(oldest);
	return { ...page, html: first, id, pieces: others.length + 1 };
}

/** Gives a piece away, by its place from 1 on; null where it is not kept any more. */
export function takePiece(kept: KeptPieces, id: string, place: number): string | null {
	const pieces = kept.get(id);
	const piece = pieces?.get(place) ?? null;
	pieces?.delete(place);
	if (pieces?.size === 0) kept.delete(id);
	return piece;
}
