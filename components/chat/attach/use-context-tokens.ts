import { useEffect, useState } from 'react';
import { type AllKnownModels, allKnownModels, knownModelsOf } from '../../../utils/settings/known-models.ts';
import { useTarget, useTargets } from '../services/chat-services.ts';

/** How much the model reads at once. */
export interface ContextLimit {
	model: string;
	tokens: number;
}

/** What the server has told of the model that the next question goes to; null where it has told nothing. */
export function useContextTokens(): ContextLimit | null {
	const [known, setKnown] = useState<AllKnownModels | null>(null);
	const target = useTarget();
	const endpoint = useTargets()?.endpoints.find(({ id }) => id === target?.endpointId);

	useEffect(() => {
		void allKnownModels.getValue().then(setKnown);
		return allKnownModels.watch(setKnown);
	}, []);

	if (!known || !endpoint || !target) return null;
	const tokens = knownModelsOf(known, endpoint).find(({ id }) => id === target.model)?.contextTokens;
	return tokens === undefined ? null : { model: target.model, tokens };
}
