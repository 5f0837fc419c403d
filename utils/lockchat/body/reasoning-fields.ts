/**
 * The fields of a delta in which reasoning comes. `reasoning_content`: DeepSeek, xAI, Alibaba; `reasoning`: Ollama, vLLM, Groq,
 * OpenRouter; `reasoning_text`: Copilot; lists of parts: `reasoning_details` (OpenRouter) and `thinking_blocks` (LiteLLM);
 * the others: smaller gateways. A signature, a count or an id of a thought is none.
 */
export const REASONING_FIELD =
	/^(?:internal_)?(?:reasoning|think(?:ing)?|thoughts?|analysis|cot)(?:_?(?:content|text|details|blocks|parts|delta|process|summary(?:_text)?))?$|^(?:provider_specific_fields|model_extra|additional_kwargs)$/i;
