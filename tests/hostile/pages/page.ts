/** What must not be sent: a reader of the page does not see it. */
export const SECRET = 'IGNOREALLPREVIOUS';
/** What a reader of each page sees. */
export const SHOWN = 'The plain words of this page.';

/** What a reader of a page sees near to what is hidden elsewhere. */
export const SEEN = 'WORDSINSIGHT';

/** A whole page around what is tried. */
export function pageWith(body: string): string {
	return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title></head><body><p>${SHOWN}</p>${body}</body></html>`;
}
