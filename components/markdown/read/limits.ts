/** Where reading Markdown gives way to plain text. Ordinary answers stay far below. */
/** How deep quotes and lists may be nested. */
export const MAX_BLOCK_DEPTH = 16;

/** How deep emphasis and links may be nested. */
export const MAX_INLINE_DEPTH = 24;

/** The longest paragraph, heading or cell, in UTF-16 code units. */
export const MAX_INLINE_LENGTH = 16_384;

/**
 * The most characters with a meaning in one paragraph, heading or cell: the cost of some patterns grows with the square
 * of their number.
 */
export const MAX_DELIMITERS = 1000;

/** The longest formula, in UTF-16 code units: laying out the drawn formula costs the browser far more than its text. */
export const MAX_FORMULA_LENGTH = 4096;

/** How deep the elements of a drawn formula may be nested: Firefox takes the square of their number to lay them out. */
export const MAX_FORMULA_DEPTH = 40;

/**
 * The longest address, in UTF-16 code units. A longer one could carry data away, and one definition can be repeated by
 * thousands of links.
 */
export const MAX_URL_LENGTH = 4096;

/** The most columns of a table. Every row is filled up to this many cells, however few of them are written. */
export const MAX_COLUMNS = 100;

/** The longest line outside a code fence, in UTF-16 code units. */
export const MAX_LINE_LENGTH = 32_768;
