/** How much a chat may hold. The port refuses a question in a larger one, so an import cuts what it reads to fit. */

/**
 * The longest id. Our own ids have 36 characters. An id becomes part of a key in the storage, so a file must not
 * bring one of any length.
 */
export const MAX_ID_LENGTH = 100;
/** The longest name, title, or name of a model. */
export const MAX_SHORT_TEXT_LENGTH = 10_000;
/**
 * The longest text: 16 MiB in UTF-16, far more than any model reads. A longer text is refused before it is copied
 * anywhere.
 */
export const MAX_TEXT_LENGTH = 8 * 1024 * 1024;
export const MAX_ATTACHMENTS = 100;
/** A question is one text and what is attached to it. */
export const MAX_QUESTION_PARTS = MAX_ATTACHMENTS + 1;
export const MAX_TEMPERATURE = 2;
/**
 * What one object may hold in all the fields that this version does not know, and what a part of an unknown type may
 * hold: as much text as a known part, and this many values.
 */
export const MAX_UNKNOWN_UNITS = 8 * 1024 * 1024;
export const MAX_UNKNOWN_VALUES = 10_000;
