import { isRecord } from '../errors/json.ts';
import type { Usage } from '../types.ts';

/** The counts of tokens in `usage`; null where they are no numbers. */
export function readUsage(usage: Record<string, unknown>): Usage | null {
	const promptTokens = count(usage.prompt_tokens);
	const completionTokens = count(usage.completion_tokens);
	if (promptTokens === null && completionTokens === null) return null;
	const { completion_tokens_details: details } = usage;
	const reasoningTokens = isRecord(details) ? count(details.reasoning_tokens) : null;
	const cost = count(usage.cost);
	const sum = (promptTokens ?? 0) + (completionTokens ?? 0);
	return {
		promptTokens: promptTokens ?? 0,
		completionTokens: completionTokens ?? 0,
		totalTokens: count(usage.total_tokens) ?? sum,
		...(reasoningTokens !== null && { reasoningTokens }),
		...(cost !== null && cost >= 0 && { cost }),
	};
}

function count(value: unknown): number | null {
	return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
