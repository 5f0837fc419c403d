import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { hasIndex } from '../../utils/search/has-index.ts';
import type { Search, SearchView } from '../../utils/search/search.ts';

const NOT_STARTED: SearchView = {
	text: '',
	isAnswered: false,
	found: [],
	hasMore: false,
	titleChatIds: [],
	share: 1,
	isKept: true,
	isFailing: false,
};
const FAILED: SearchView = { ...NOT_STARTED, isFailing: true };

export interface UsedSearch {
	view: SearchView;
	/**
	 * To be called when something may be searched for soon, as the search box has the cursor: who has searched before need
	 * not wait with the first letter until the search is loaded and its index open. Who never has loads nothing.
	 */
	prepare: () => void;
}

/**
 * What the search finds in all messages, while the user types. It is loaded with the first letter, or by `prepare`.
 *
 * @param limit how many messages are asked for, the newest first
 */
export function useSearch(query: string, limit: number): UsedSearch {
	const [search, setSearch] = useState<Search | null>(null);
	const [isFailing, setIsFailing] = useState(false);
	const isAsked = query.trim() !== '';

	const load = useCallback(() => {
		import('../../utils/search/search.ts')
			.then(({ openSearch }) => setSearch(openSearch()))
			.catch((error: unknown) => {
				console.error('The search could not be started.', error);
				setIsFailing(true);
			});
	}, []);
	const prepare = useCallback(() => void hasIndex().then((isThere) => isThere && load()), [load]);

	useEffect(() => {
		if (isAsked && !search) load();
	}, [isAsked, search, load]);

	useEffect(() => search?.ask(query, limit), [search, query, limit]);
	useEffect(() => () => search?.ask('', 0), [search]);

	const view = useSyncExternalStore(
		search?.subscribe ?? subscribeToNothing,
		() => search?.getView() ?? (isFailing ? FAILED : NOT_STARTED),
	);
	return { view, prepare };
}

const subscribeToNothing = () => () => undefined;
