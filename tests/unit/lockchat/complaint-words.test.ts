import { describe, expect, it } from 'vitest';
import { codeByWords } from '../../../utils/lockchat/errors/code-by-words.ts';
import { readWords } from '../../../utils/lockchat/words/known-words.ts';

// A request does so.
await readWords();

describe('case 206: what servers write when they refuse', () => {
	it.each([
		['the request exceeds the available context size, try increasing it', 'context-exceeded'],
		['Invalid request: Your request exceeded model token limit: 8192', 'context-exceeded'],
		['`inputs` tokens + `max_new_tokens` must be <= 4096. Given: 5000', 'context-exceeded'],
		['Range of input length should be [1, 30720]', 'context-exceeded'],
		['La requête dépasse la longueur de contexte maximale', 'context-exceeded'],
		['Die maximale Kontextlänge beträgt 8192 Tokens', 'context-exceeded'],
		['too many tokens: size limit exceeded by 1000 tokens.', 'context-exceeded'],
		['Too many tokens, please wait before trying again.', null],
		['Prompt length 5000 is greater than max_seq_len 4096', 'context-exceeded'],
		['`inputs` must have less than 4095 tokens. Given: 5000', 'context-exceeded'],
		['input (5000 tokens) is too large to process. increase the physical batch size', 'context-exceeded'],
		['Number of input tokens exceeds maximum length.', 'context-exceeded'],
		['Input length 200000 exceeds the maximum length 131072', 'context-exceeded'],
		['Total tokens of image and text exceed max message tokens', 'context-exceeded'],
		['Exceeded limit on max bytes to request body : 6291456', 'request-too-large'],
		['Your request exceeds 20 MB', 'request-too-large'],
		['Service Unavailable: no healthy upstream', 'overloaded'],
		['maximum pending requests exceeded', 'overloaded'],
		["You've reached your 5-hour limit", 'rate-limited'],
		['Límite de solicitudes superado', 'rate-limited'],
		['You exceeded your current quota, please check your plan and billing details.', 'rate-limited'],
		['This request requires more credits, or fewer max_tokens.', 'payment-needed'],
		['Budget has been exceeded! Current cost: 10.0, Max budget: 5', 'payment-needed'],
		['ExceededBudget: User over budget. Spend: 10.1', 'payment-needed'],
		['Your account is not active, please check your billing details.', 'payment-needed'],
		['API Key not found. Please pass a valid API key.', 'unauthorized'],
		['Access denied due to invalid subscription key', 'unauthorized'],
		["You didn't provide an API key.", 'unauthorized'],
		['Malformed Authorization header', 'unauthorized'],
		['La clé API est invalide', 'unauthorized'],
		['Ungültiger API-Schlüssel', 'unauthorized'],
		['The API deployment for this resource does not exist.', 'model-not-found'],
		['No endpoints found for acme/large.', 'model-not-found'],
		['acme/large is not a valid model ID', 'model-not-found'],
		['Failed to load model "x". Error: No models loaded.', 'model-not-found'],
		['The model `large-1` has been decommissioned and is no longer supported.', 'model-not-found'],
		['This model is deprecated', 'model-not-found'],
		['Model Not Exist', 'model-not-found'],
		['Unsupported model: large', 'model-not-found'],
		['For this model, max_tokens is deprecated', null],
		['Unsupported model parameter: top_k', null],
	])('“%s” means %s', (message, code) => {
		expect(codeByWords({ message, labels: [] })).toBe(code);
	});
});
