import { useEffect, useMemo, useState } from 'react';
import {
	type Action,
	actions,
	offeredActions,
	type StoredActions,
} from '../../utils/settings/actions/actions.ts';

/** What is stored of actions, as any window changes it; null until it has been read. */
export function useStoredActions(): StoredActions | null {
	const [stored, setStored] = useState<StoredActions | null>(null);
	useEffect(() => {
		let isGone = false;
		void actions.getValue().then((value) => !isGone && setStored(value));
		const unwatch = actions.watch(setStored);
		return () => {
			isGone = true;
			unwatch();
		};
	}, []);
	return stored;
}

/** The actions that are offered, in their order. */
export function useOfferedActions(): readonly Action[] | null {
	const stored = useStoredActions();
	return useMemo(() => stored && offeredActions(stored), [stored]);
}
