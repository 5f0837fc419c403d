import { useEffect, useState } from 'react';
import type { ModelDetails } from '../../../utils/lockchat/types.ts';
import type { Endpoint } from '../../../utils/providers/endpoint.ts';
import { allKnownModels, knownModelsOf } from '../../../utils/settings/known-models.ts';

/** What the server's list of models tells of a model; null where it tells nothing. */
export async function modelDetailsOf(
	endpoint: Endpoint | undefined,
	model: string | undefined,
): Promise<ModelDetails | null> {
	const models = endpoint ? knownModelsOf(await allKnownModels.getValue(), endpoint) : [];
	return models.find(({ id }) => id === model) ?? null;
}

/** The same for a component, which is drawn again when it changes. Also null until it has been read. */
export function useModelDetails(
	endpoint: Endpoint | undefined,
	model: string | undefined,
): ModelDetails | null {
	const [details, setDetails] = useState<ModelDetails | null>(null);
	useEffect(() => {
		let isGone = false;
		const read = async () => {
			const known = await modelDetailsOf(endpoint, model);
			if (!isGone) setDetails(known);
		};
		void read();
		const unwatch = allKnownModels.watch(read);
		return () => {
			isGone = true;
			unwatch();
		};
	}, [endpoint, model]);
	return details;
}
