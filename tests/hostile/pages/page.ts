/** What must not be sent: a reader of the page does not see it. */
export const SECRET = 'IGNOREALLPREVIOUS';
/** What a reader of each page sees. */
export const SHOWN = 'The plain words of this page.';

/** What a reader of a page sees near to what is hidden elsewhere. */
export const SEEN = 'WORDSINSIGHT';

/** A block with a style for its first line. */
export const firstLine = (style: string, inner: string): string =>
	`<style>.first::first-line{${style}}</style><div class="first">${inner}</div>`;

/** A picture of one colour that fills the positioned box around it. */
export const picture = (colour: string): string =>
	`<img alt="" style="position:absolute;inset:0;width:100%;height:100%" src="data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="${colour}"/></svg>`)}">`;

/** A whole page around what is tried. */
export function pageWith(body: string): string {
	return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title></head><body><p>${SHOWN}</p>${body}</body></html>`;
}
