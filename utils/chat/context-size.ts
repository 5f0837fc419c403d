import { estimateTokens } from './estimate-tokens.ts';
import { pieceOfQuestion, withoutPieces } from './pieces.ts';
import type { Message } from './schema.ts';
import { contextStart, promptOf } from './to-prompt.ts';

/** Servers count a picture of our size by rules of their own: from some 800 to 1,600 tokens. */
const IMAGE_TOKENS = 1_200;

/**
 * How many tokens the next question of a chat would be sent with, without the question itself: what the server counted
 * for the last answer, and an estimate of what has come since. Where it has counted nothing, all is an estimate.
 *
 * @param path all messages of the path
 */
export function contextSize(
	path: readonly Message[],
	systemPrompt = '',
): { tokens: number; isCounted: boolean } {
	const start = contextStart(path);
	// The count of a summary's own answer includes all that it sums up.
	const behindSummary = start === 0 && !path[0]?.startsContext ? 0 : start + 2;
	// What was counted with a piece of a text is not sent again.
	const behindPieces = path.findLastIndex(pieceOfQuestion) + 2;
	const least = Math.max(behindSummary, behindPieces);
	const countedAt = path.findLastIndex(
		({ usage }, place) => place >= least && usage !== undefined && usage.promptTokens > 0,
	);
	const usage = path[countedAt]?.usage;
	if (!usage) return { tokens: estimateOf(path.slice(start), systemPrompt), isCounted: false };
	const { promptTokens, completionTokens, reasoningTokens = 0 } = usage;
	const counted = promptTokens + Math.max(0, completionTokens - reasoningTokens);
	return { tokens: counted + estimateOf(path.slice(countedAt + 1), ''), isCounted: true };
}

function estimateOf(path: readonly Message[], systemPrompt: string): number {
	return promptOf(path.map(withoutPieces), systemPrompt).reduce(
		(sum, { content, images = [] }) => sum + estimateTokens(content) + images.length * IMAGE_TOKENS,
		0,
	);
}
