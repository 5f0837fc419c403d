import type { CompletionRequest } from './types.ts';

const DEFAULT_TEMPERATURE = 0.7;

/** The JSON that is posted: OpenAI's names, and nothing that was not asked for. */
export type CompletionBody = Readonly<Record<string, unknown>> & { readonly stream: boolean };

/** @see https://platform.openai.com/docs/api-reference/chat/create */
export function completionBody(request: CompletionRequest): CompletionBody {
	const { model, messages, temperature = DEFAULT_TEMPERATURE, maxTokens, topP, stop } = request;
	const stream = (request.stream ?? true) && request.endpoint.supportsStream;
	return {
		model,
		messages: messages.map(({ role, content }) => ({ role, content })),
		temperature,
		stream,
		...(stream && request.includeUsage && { stream_options: { include_usage: true } }),
		...(maxTokens !== undefined && { max_tokens: maxTokens }),
		...(topP !== undefined && { top_p: topP }),
		...(stop !== undefined && stop.length > 0 && { stop }),
	};
}
