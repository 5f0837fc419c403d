import type { FailureCode } from '../failure.ts';
import { serverWords } from '../words/known-words.ts';

/** The words of a label: `invalidApiKey`, `invalid_api_key` and `InvalidApiKey` all give the same. */
function wordsOf(label: string): string {
	return label.replace(/([a-z])(?=[A-Z])/g, '$1 ').replace(/[_.-]+/g, ' ');
}

/** The failure code that the words and labels of a complaint mean; null where they mean nothing that this list knows. */
export function codeByWords({
	message,
	labels,
}: {
	message: string;
	labels: readonly string[];
}): FailureCode | null {
	const texts = [message, ...labels.map(wordsOf)];
	return serverWords().meanings.find(([, words]) => texts.some((text) => words.test(text)))?.[0] ?? null;
}
