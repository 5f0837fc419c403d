import { useEffect, useState } from 'react';
import type { Endpoint } from '../../../utils/providers/endpoint.ts';
import { type ContextLimit, watchContextLimit } from '../../../utils/settings/context-limits.ts';

/**
 * How much a model reads at once. Null where neither its server nor the user has told that, undefined until that is
 * known.
 */
export function useContextLimit(
	endpoint: Endpoint | undefined,
	model: string | undefined,
): ContextLimit | null | undefined {
	const [limit, setLimit] = useState<ContextLimit | null>();
	useEffect(() => {
		setLimit(undefined);
		return endpoint && model !== undefined ? watchContextLimit(endpoint, model, setLimit) : undefined;
	}, [endpoint, model]);
	return limit;
}
