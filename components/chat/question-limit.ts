/** The longest question, in UTF-16 code units: about 100,000 tokens, and a text box that still answers at once. */
export const MAX_QUESTION_LENGTH = 400_000;
