import type { Effort } from '../lockchat/types.ts';
import { type Endpoint, isSetUp } from '../providers/endpoint.ts';
import type { Preferences } from './preference-values.ts';

/** What a new chat is sent to, and how. */
export interface DefaultTarget {
	endpointId: string;
	model: string;
	/** Left out where nobody has chosen a temperature. */
	temperature?: number;
	systemPrompt: string;
	effort?: Effort;
}

/**
 * The user's choice, as far as it still exists. A default endpoint that was deleted is replaced by the first
 * endpoint, and a default model that its endpoint no longer lists by the endpoint's first model. Null where there is
 * nothing to ask.
 */
export function defaultTarget(
	endpoints: readonly Endpoint[],
	preferences: Preferences,
): DefaultTarget | null {
	const { defaultEndpointId, defaultModel, temperature, systemPrompt, effort } = preferences;
	const usable = endpoints.filter((endpoint) => isSetUp(endpoint) && endpoint.models.length > 0);
	const endpoint = usable.find(({ id }) => id === defaultEndpointId) ?? usable[0];
	const model = endpoint?.models.find((name) => name === defaultModel) ?? endpoint?.models[0];
	if (!endpoint || model === undefined) return null;
	return {
		endpointId: endpoint.id,
		model,
		systemPrompt,
		...(temperature !== null && { temperature }),
		...(effort !== null && { effort }),
	};
}
