import { useEffect, useState } from 'react';
import { type AllKnownModels, allKnownModels, knownModelsOf } from '../../../utils/settings/known-models.ts';
import { useTarget, useTargets } from '../services/chat-services.ts';
import { useContextLimit } from '../services/context-limit.ts';

/** How much the model reads at once. */
export interface ContextLimit {
	model: string;
	tokens: number;
}

/** What the server has told of the model that the next question goes to, and by which kind of endpoint it is asked. */
function useModelDetails() {
	const [known, setKnown] = useState<AllKnownModels | null>(null);
	const target = useTarget();
	const endpoint = useTargets()?.endpoints.find(({ id }) => id === target?.endpointId);

	useEffect(() => {
		void allKnownModels.getValue().then(setKnown);
		return allKnownModels.watch(setKnown);
	}, []);

	if (!known || !endpoint || !target) return null;
	const details = knownModelsOf(known, endpoint).find(({ id }) => id === target.model);
	return { model: target.model, kind: endpoint.kind, details };
}

/** How much the next question's model reads; null where neither its server nor the user has told that. */
export function useContextTokens(): ContextLimit | null {
	const target = useTarget();
	const endpoint = useTargets()?.endpoints.find(({ id }) => id === target?.endpointId);
	const limit = useContextLimit(endpoint, target?.model);
	return limit && target ? { model: target.model, tokens: limit.tokens } : null;
}

/**
 * The name of the next question's model if it is known to see no pictures: its server tells what it can do, and seeing is
 * not among that, or it is the browser's own, which is asked in words only. Null where that is not known.
 */
export function useBlindModel(): string | null {
	const found = useModelDetails();
	if (!found) return null;
	const { abilities } = found.details ?? {};
	const isBlind = found.kind === 'browser' || (abilities !== undefined && !abilities.includes('vision'));
	return isBlind ? found.model : null;
}
