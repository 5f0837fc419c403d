/** What a chat may hold for a question in it to be asked. The port refuses more; an import makes it fit. */

/** Ours have 36 characters. Ids become keys, also of storage items, so nobody may make a book of one. */
export const MAX_ID_LENGTH = 100;
/** Names, titles, models. */
export const MAX_SHORT_TEXT_LENGTH = 10_000;
/** Longer texts are refused before they are copied about: 16 MiB of UTF-16 is far over any model's context. */
export const MAX_TEXT_LENGTH = 8 * 1024 * 1024;
export const MAX_ATTACHMENTS = 100;
/** A text, and what is attached to it. */
export const MAX_QUESTION_PARTS = MAX_ATTACHMENTS + 1;
export const MAX_TEMPERATURE = 2;
