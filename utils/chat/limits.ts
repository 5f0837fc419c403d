/** How much a chat may hold. The port refuses a question in a larger one, so an import cuts what it reads to fit. */

/** Our own ids have 36 characters. An id becomes the key of a storage item, so a file may not bring one without end. */
export const MAX_ID_LENGTH = 100;
/** Names, titles, models. */
export const MAX_SHORT_TEXT_LENGTH = 10_000;
/** 16 MiB in UTF-16, far more than any model reads: a longer text is refused before it is copied anywhere. */
export const MAX_TEXT_LENGTH = 8 * 1024 * 1024;
export const MAX_ATTACHMENTS = 100;
/** A text, and what is attached to it. */
export const MAX_QUESTION_PARTS = MAX_ATTACHMENTS + 1;
export const MAX_TEMPERATURE = 2;
