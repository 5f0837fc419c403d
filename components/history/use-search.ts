import { useEffect, useState, useSyncExternalStore } from 'react';
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

export interface Asked {
	query: string;
	/** How many messages are asked for, the newest first. */
	limit: number;
	/**
	 * Whether something may be asked soon, as the search box has the cursor: who has searched before need not wait with the
	 * first letter until the search is loaded and its index open. For who never has, nothing is loaded.
	 */
	isLikely: boolean;
}

/** What the search finds in all messages, while the user types. It is loaded with the first letter, or when that is likely. */
export function useSearch({ query, limit, isLikely }: Asked): SearchView {
	const [search, setSearch] = useState<Search | null>(null);
	const [isFailing, setIsFailing] = useState(false);
	const isAsked = query.trim() !== '';

	useEffect(() => {
		if (search || !(isAsked || isLikely)) return;
		const start = async () => {
			if (!isAsked && !(await hasIndex())) return;
			const { openSearch } = await import('../../utils/search/search.ts');
			setSearch(openSearch());
		};
		start().catch((error: unknown) => {
			console.error('The search could not be started.', error);
			setIsFailing(true);
		});
	}, [isAsked, isLikely, search]);

	useEffect(() => search?.ask(query, limit), [search, query, limit]);
	useEffect(() => () => search?.ask('', 0), [search]);

	return useSyncExternalStore(
		search?.subscribe ?? subscribeToNothing,
		() => search?.getView() ?? (isFailing ? FAILED : NOT_STARTED),
	);
}

const subscribeToNothing = () => () => undefined;
