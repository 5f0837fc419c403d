import { useMemo, useState } from 'react';
import type { Chat } from '../../utils/chat/schema.ts';
import type { SearchView } from '../../utils/search/search.ts';
import { type ChatsState, filterChats, useChats } from './use-chats.ts';
import { useSearch } from './use-search.ts';

/**
 * Messages that are asked for at first, and again whenever the end of their list comes near. More than a window shows at
 * once, and no more than that: each is read, searched and drawn at every letter.
 */
const STEP = 20;
const NONE: readonly Chat[] = [];
/** So many titles are shown above the messages that were found. */
const TITLES = 5;

export interface History extends Pick<ChatsState, 'unsavedIds' | 'isFailing' | 'refresh'> {
	/** False as long as nothing is searched for, and all chats are shown. */
	isSearching: boolean;
	/** True when it is known that there are no chats at all. */
	isEmpty: boolean;
	/** Those chats that are shown, by their titles; null until they have been read. */
	chats: readonly Chat[] | null;
	/** All chats; none until they have been read. */
	all: readonly Chat[];
	/** How many chats were found by their titles. */
	titleCount: number;
	/** What was found in messages. */
	view: SearchView;
	showAllTitles: () => void;
	showMoreMessages: () => void;
}

/** What the user has asked to see of the results of one query. */
interface Extent {
	query: string;
	limit: number;
	hasAllTitles: boolean;
}

/**
 * All chats or, when something is searched for, those whose titles have it, and the messages that do.
 *
 * @param hasCursor whether the search box has had the cursor
 */
export function useHistory(query: string, hasCursor: boolean): History {
	const { chats, ...rest } = useChats();
	const [asked, setAsked] = useState<Extent>({ query: '', limit: STEP, hasAllTitles: false });
	const extent = asked.query === query ? asked : { query, limit: STEP, hasAllTitles: false };
	// The list of chats comes first: both read the database.
	const isLikely = hasCursor && chats !== null;
	const view = useSearch({ query, limit: extent.limit, isLikely });
	const isSearching = query.trim() !== '';

	const titled = useMemo(() => {
		const byWords = new Set(view.text === query ? view.titleChatIds : []);
		const byLetters = new Set(chats && filterChats(chats, query));
		return chats?.filter((chat) => byLetters.has(chat) || byWords.has(chat.id)) ?? null;
	}, [chats, query, view]);
	const isCut = isSearching && !extent.hasAllTitles && view.found.length > 0;

	return {
		...rest,
		isSearching,
		isEmpty: chats?.length === 0,
		chats: isCut ? (titled?.slice(0, TITLES) ?? null) : titled,
		all: chats ?? NONE,
		titleCount: titled?.length ?? 0,
		view,
		showAllTitles: () => setAsked({ ...extent, hasAllTitles: true }),
		showMoreMessages: () => setAsked({ ...extent, limit: view.found.length + STEP }),
	};
}
