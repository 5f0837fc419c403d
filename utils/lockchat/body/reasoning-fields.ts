/**
 * The fields of a delta in which reasoning comes, the commonest first.
 *
 * `reasoning_content`: DeepSeek, xAI, Alibaba; `reasoning`: Ollama, vLLM, Groq, OpenRouter; `reasoning_text`: Copilot;
 * lists of parts: `reasoning_details` (OpenRouter) and `thinking_blocks` (LiteLLM); the others: smaller gateways.
 */
export const REASONING_FIELDS: readonly string[] = [
	'reasoning_content',
	'reasoning',
	'reasoning_text',
	'reasoning_details',
	'thinking',
	'thinking_content',
	'thinking_text',
	'thinking_blocks',
	'thoughts',
	'thought',
	'think',
	'analysis',
	'cot_summary',
	'reasoning_summary',
	'reasoning_summary_text',
	'reasoningContent',
	'provider_specific_fields',
];
