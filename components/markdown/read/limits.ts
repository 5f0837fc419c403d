/** Where reading Markdown gives way to plain text. Ordinary answers stay far below. */
/** Quotes and lists inside each other. */
export const MAX_BLOCK_DEPTH = 16;

/** Emphasis and links inside each other. */
export const MAX_INLINE_DEPTH = 24;

/** UTF-16 code units of one paragraph, heading or cell. */
export const MAX_INLINE_LENGTH = 16_384;

/** Characters with a meaning in one paragraph, heading or cell: some patterns cost the square of their number. */
export const MAX_DELIMITERS = 1000;

/** UTF-16 code units of one formula: what it is drawn as costs the browser a hundred times its length. */
export const MAX_FORMULA_LENGTH = 4096;

/** Elements inside each other in a drawn formula: Firefox takes the square of their number to lay them out. */
export const MAX_FORMULA_DEPTH = 40;

/** UTF-16 code units of an address. A longer one carries data away, and one definition can be repeated by thousands of links. */
export const MAX_URL_LENGTH = 4096;

/** Columns of a table. Every row is filled up to this many cells, however few of them are written. */
export const MAX_COLUMNS = 100;

/** UTF-16 code units of one line outside a code fence. */
export const MAX_LINE_LENGTH = 32_768;
