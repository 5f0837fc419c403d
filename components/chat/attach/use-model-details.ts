import { useTarget, useTargets } from '../services/chat-services.ts';
import { useContextLimit } from '../services/context-limit.ts';
import { useModelDetails } from '../services/model-details.ts';
import { isBlind } from './blind-models.ts';

/** How much the next question's model reads at once. */
export interface ModelContext {
	model: string;
	tokens: number;
}

/** What the next question goes to, and the endpoint of that. */
function useNextModel() {
	const target = useTarget();
	const endpoint = useTargets()?.endpoints.find(({ id }) => id === target?.endpointId);
	return { endpoint, model: target?.model };
}

/** How much the next question's model reads; null where neither its server nor the user has told that. */
export function useContextTokens(): ModelContext | null {
	const { endpoint, model } = useNextModel();
	const limit = useContextLimit(endpoint, model);
	return limit && model !== undefined ? { model, tokens: limit.tokens } : null;
}

/** The name of the next question's model if it is known to see no pictures; null where it sees them, or that is not known. */
export function useBlindModel(): string | null {
	const { endpoint, model } = useNextModel();
	return isBlind(endpoint, useModelDetails(endpoint, model)) ? (model ?? null) : null;
}
