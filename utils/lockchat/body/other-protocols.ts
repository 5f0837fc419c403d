import { isRecord } from '../errors/json.ts';

/**
 * What the events of other protocols are called: Anthropic's messages and Cohere's, OpenAI's Responses, the stream of the
 * AI SDK.
 */
const OTHER_EVENT =
	/^(?:message[_-]start|content(?:_block)?[_-](?:start|delta)|response\.(?:created|in_progress|output)|text-(?:start|delta)|stream-start)/;

/** A chunk or an answer of Ollama's `/api/chat` or `/api/generate`. */
export function isNative(value: unknown): boolean {
	return isRecord(value) && typeof value.done === 'boolean' && !('choices' in value);
}

/**
 * Whether a chunk, or an answer, without choices is one of another protocol: one of those above, Ollama's, Gemini's
 * (`candidates`), llama.cpp's own (`content` and `stop`), Cloudflare's (`response`), Dify's (`answer`), that of KoboldCpp
 * and Hugging Face (`token`, `generated_text`), Triton's (`text_output`), Baidu's (`need_clear_history`), Yandex's
 * (`alternatives`), those of Bedrock and Alibaba (`output`), Cohere's (`generation_id`), or a bare message.
 */
export function isOtherProtocol(value: Record<string, unknown>): boolean {
	const { object, content, stop, model, result, answer, token, generated_text, text_output, output } = value;
	const { response, alternatives } = isRecord(result) ? result : value;
	const type = value.type ?? value.event_type;
	const said = isRecord(value.message) ? value.message : value;
	return (
		(typeof type === 'string' && OTHER_EVENT.test(type)) ||
		object === 'response' ||
		[value.candidates, alternatives].some(Array.isArray) ||
		isRecord(token) ||
		[response, answer, token, generated_text, text_output].some((words) => typeof words === 'string') ||
		'need_clear_history' in value ||
		('generation_id' in value && 'text' in value) ||
		(isRecord(output) && ('message' in output || 'text' in output)) ||
		(said.role === 'assistant' && (Array.isArray(said.content) || said.content_type === 'text')) ||
		(typeof content === 'string' && typeof stop === 'boolean') ||
		(typeof model === 'string' && isNative(value))
	);
}
