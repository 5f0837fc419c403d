/** One pattern of several. Case does not count. */
export const words = (...patterns: readonly RegExp[]): RegExp =>
	new RegExp(patterns.map(({ source }) => source).join('|'), 'i');

/** The stems of words for what is found, or is there, in some languages of Europe. */
export const FOUND = 'exist|encontr|trouv|trovat|gefund|найд|сущ';
