import type { ChatMessage, CompletionNote, Usage } from '../types.ts';

/**
 * How many letters make a token. Most tokenizers take at least as many, so the guess is rather too high. In Chinese,
 * Japanese and Korean nearly each character is a token.
 */
const LETTERS_PER_TOKEN = 4;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
/** How many times as much must have been sent as was read before a cut counts as certain: the guess is a rough one. */
const CERTAIN = 1.3;
/** Context lengths are multiples of this. A prompt that was cut fills one, but for the few tokens that frame it. */
const STEP = 1_024;
const FRAME = 64;
/** A row of one sign, as lines, tables and indentation have it, is a token or a few, however long. */
const ROW = /(.)\1{2,}/gsu;
/**
 * The least share that a server reads of a first question that it cuts. Of one that it was asked before it may count
 * only what it had to read anew, a few tokens.
 */
const LEAST_SHARE = 1 / 8;
/** A guess of fewer tokens than this says nothing. */
const LEAST_TOKENS = 1_000;

/** Roughly how many tokens the messages are, in the units of the server. */
function guessTokens(messages: readonly ChatMessage[]): number {
	return messages.reduce((sum, { content: given }) => {
		const content = given.replace(ROW, '$1');
		const wide = content.match(CJK)?.length ?? 0;
		return sum + wide * 0.7 + (content.length - wide) / LETTERS_PER_TOKEN;
	}, 0);
}

/**
 * The note that a server read only a part of what it was sent, or null. Ollama cuts the start of a long prompt
 * without a word, at its context length.
 *
 * A server may leave what it remembers of the question before out of its count. So in the middle of a chat a small
 * count alone proves nothing: it must also be the count of a filled context.
 */
export function promptCut(messages: readonly ChatMessage[], { promptTokens }: Usage): CompletionNote | null {
	const sent = guessTokens(messages);
	if (promptTokens <= 0 || sent < LEAST_TOKENS || sent < promptTokens * CERTAIN) return null;
	const limit = Math.ceil(promptTokens / STEP) * STEP;
	const isFilled = limit - promptTokens <= FRAME;
	const isFirstQuestion = messages.every(({ role }) => role !== 'assistant');
	if (!isFilled && (!isFirstQuestion || promptTokens < sent * LEAST_SHARE)) return null;
	const readTokens = isFilled ? limit : promptTokens;
	return { code: 'prompt-cut', readTokens, sentTokens: roundly(sent) };
}

/** Two digits: more would be false precision. */
function roundly(count: number): number {
	return Number(count.toPrecision(2));
}
