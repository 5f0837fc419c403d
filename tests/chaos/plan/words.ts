/** Texts that say where they come from, so that one that is lost, doubled or misplaced is noticed. */

/** One token: the `place`-th word of the server's request number `request`. No token is the start of another. */
export const wordOf = (request: number, place: number): string => `r${request}w${place}; `;

const WORD = /r(\d+)w\d+;/g;
const QUESTION = /ask \d+\/\d+;/g;

/** All words in a text, drawn or stored. */
export const wordsIn = (text: string): string[] => text.match(WORD) ?? [];

/** The numbers of the requests that a text's words come from, in the order in which they first appear. */
export const requestsIn = (text: string): number[] => [
	...new Set(Array.from(text.matchAll(WORD), ([, request]) => Number(request))),
];

export const questionOf = (seed: number, count: number): string => `ask ${seed}/${count};`;

/** All questions in a text. A prompt joins questions that follow each other, so there can be several. */
export const questionsIn = (text: string): string[] => text.match(QUESTION) ?? [];
