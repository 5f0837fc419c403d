import { useEffect, useState, useSyncExternalStore } from 'react';
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

/**
 * What the search finds in all messages, while the user types. It is loaded with the first letter, and not before.
 *
 * @param limit how many messages are asked for, the newest first
 */
export function useSearch(query: string, limit: number): SearchView {
	const [search, setSearch] = useState<Search | null>(null);
	const [isFailing, setIsFailing] = useState(false);
	const isAsked = query.trim() !== '';

	useEffect(() => {
		if (!isAsked || search) return;
		import('../../utils/search/search.ts')
			.then(({ openSearch }) => setSearch(openSearch()))
			.catch((error: unknown) => {
				console.error('The search could not be started.', error);
				setIsFailing(true);
			});
	}, [isAsked, search]);

	useEffect(() => search?.ask(query, limit), [search, query, limit]);
	useEffect(() => () => search?.ask('', 0), [search]);

	return useSyncExternalStore(
		search?.subscribe ?? subscribeToNothing,
		() => search?.getView() ?? (isFailing ? FAILED : NOT_STARTED),
	);
}

const subscribeToNothing = () => () => undefined;
