import { isRecord } from '../errors/json.ts';

/**
 * What the events of other protocols are called: Anthropic's messages and Cohere's, OpenAI's Responses, the stream of the
 * AI SDK.
 */
const OTHER_EVENT =
	/^(?:message[_-]start|content(?:_block)?[_-](?:start|delta)|response\.(?:created|in_progress|output)|text-(?:start|delta))/;

/** A chunk or an answer of Ollama's `/api/chat` or `/api/generate`. */
export function isNative(value: unknown): boolean {
	return isRecord(value) && typeof value.done === 'boolean' && !('choices' in value);
}

/**
 * Whether a chunk, or an answer, without choices is one of another protocol: one of those above, Ollama's, Gemini's
 * (`candidates`), llama.cpp's own (`content` and `stop`), Cloudflare's (`response`), Dify's (`answer`), that of KoboldCpp
 * and Hugging Face (`token`, `generated_text`).
 */
export function isOtherProtocol(value: Record<string, unknown>): boolean {
	const { type, object, content, candidates, stop, model, result, answer, token, generated_text } = value;
	const { response } = isRecord(result) ? result : value;
	return (
		(typeof type === 'string' &&
			(OTHER_EVENT.test(type) || (type === 'message' && Array.isArray(content)))) ||
		object === 'response' ||
		Array.isArray(candidates) ||
		isRecord(token) ||
		[response, answer, token, generated_text].some((words) => typeof words === 'string') ||
		(typeof content === 'string' && typeof stop === 'boolean') ||
		(typeof model === 'string' && isNative(value))
	);
}
