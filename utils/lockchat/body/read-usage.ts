import { isRecord } from '../errors/json.ts';
import type { Usage } from '../types.ts';

/** The counts of tokens in a `usage`; null where all are zero, as where a server has not counted yet. */
export function readUsage(usage: Record<string, unknown>): Usage | null {
	const promptTokens = count(usage.prompt_tokens ?? usage.input_tokens) ?? 0;
	const completionTokens = count(usage.completion_tokens ?? usage.output_tokens) ?? 0;
	if (promptTokens === 0 && completionTokens === 0) return null;
	const details = usage.completion_tokens_details ?? usage.output_tokens_details;
	const { reasoning_tokens: reasoned } = isRecord(details) ? details : usage;
	const reasoningTokens = count(reasoned);
	const cost = count(isRecord(usage.cost) ? usage.cost.total_cost : usage.cost);
	return {
		promptTokens,
		completionTokens,
		totalTokens: count(usage.total_tokens) ?? promptTokens + completionTokens,
		...(reasoningTokens !== null && { reasoningTokens }),
		...(cost !== null && cost >= 0 && { cost }),
	};
}

/** Some gateways write their numbers as texts. */
function count(value: unknown): number | null {
	const number = typeof value === 'string' && value !== '' ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : null;
}
