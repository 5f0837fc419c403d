/** A page's HTML as the document that the extractor gets. */
export const parsePage = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
