import type { ChatMessage } from '../types.ts';

/**
 * The special tokens with which models end an answer: ChatML, Llama, Phi, GPT, Cohere, Harmony, Gemma, Idefics, Mistral,
 * DeepSeek. Where a server's template does not fit its model, they come as text.
 */
const TOKENS =
	'(?:<\\|(?:im_end|eo[tm]_id|eot|eos|end|endoftext|end_?of_?(?:text|turn|sentence|utterance)|end_of_turn_token|return)\\|>|<(?:/s|eos|end_of_turn|end_of_utterance)>|<｜end▁of▁sentence｜>)';
/** No more than a few: a model that has lost its way repeats them for ever. */
const TAIL = new RegExp(
	`(?:${TOKENS}\\s{0,8}){0,8}(?:<(?:\\|\\w{0,20}\\|?|/s?|e\\w{0,20}|｜[\\w▁]{0,20}｜?)?)?$`,
	'i',
);
const WHOLE = new RegExp(`^(?:${TOKENS}\\s*)+$`, 'i');
/** An answer or a question that holds one of these may be about such tokens. */
const ABOUT = /<[|｜]|<\/?s>|<eos|_of_/i;
const ASKS = /token|template|токен|шаблон|标记|令牌|トークン|토큰/i;
/** What a model ends with: a word, a sentence, or what closes something. Behind a blank or a colon a token may be meant. */
const ENDED = /[\p{L}\p{M}\p{N}\p{Extended_Pictographic}.!?…。！？)\]}"'”’»」』*_`]$/u;
/** An emoji may be two code units. */
const LONGEST_SIGN = 2;

/** Where the end of a text begins that is a special token, several, or what may become one; the text's length for none. */
export function endTokenAt(text: string): number {
	return text.search(TAIL);
}

/**
 * Whether `end`, which nothing follows, is a token that the server should have removed, and nothing else can be meant:
 * it stands right behind a word or a sentence, in no code, and neither the answer before it nor anything that was sent
 * is about tokens.
 */
export function isLeftBehind(end: string, said: string, messages: readonly ChatMessage[]): boolean {
	return (
		WHOLE.test(end) &&
		ENDED.test(said.slice(-LONGEST_SIGN)) &&
		said.split('`').length % 2 === 1 &&
		!ABOUT.test(said) &&
		!messages.some(({ content }) => ABOUT.test(content) || ASKS.test(content))
	);
}
