import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Chat } from '../../utils/chat/schema.ts';
import { fold } from '../../utils/search/words/fold.ts';
import { useChatServices } from '../chat/services/chat-services.ts';

/** More chats than anybody keeps. Reading that many is no burden, since a row of the list is small. */
const LIMIT = 5000;

export interface ChatsState {
	/** Null until the chats have been read. */
	chats: readonly Chat[] | null;
	/** The ids of chats of which the database has nothing: it refused them, and they are lost when the browser closes. */
	unsavedIds: ReadonlySet<string>;
	/** True if the stored chats cannot be read. */
	isFailing: boolean;
	/** To be called when an unsaved chat was changed or deleted, since nothing else tells of that. */
	refresh: () => void;
}

/** All chats, the pinned ones first. Changes of stored chats are followed, whichever window makes them. */
export function useChats(): ChatsState {
	const { loadStore, client } = useChatServices();
	const [stored, setStored] = useState<readonly Chat[] | null>(null);
	const [refused, setRefused] = useState<readonly Chat[]>([]);
	const [isFailing, setIsFailing] = useState(false);

	const refresh = useCallback(() => {
		void client.getUnsaved().then((unsaved) => setRefused(unsaved.map(({ chat }) => chat)));
	}, [client]);

	useEffect(() => {
		const controller = new AbortController();
		const fail = (error: unknown) => {
			console.error('The chats could not be read.', error);
			setIsFailing(true);
		};
		const take = (chats: readonly Chat[]) => {
			setIsFailing(false);
			setStored(chats);
			// A chat that was not saved may have been saved by now.
			refresh();
		};
		refresh();
		loadStore().then((store) => {
			if (controller.signal.aborted) return;
			controller.signal.addEventListener('abort', store.watchChats({ limit: LIMIT }, take, fail));
		}, fail);
		return () => controller.abort();
	}, [loadStore, refresh]);

	return useMemo(() => {
		const storedIds = new Set(stored?.map(({ id }) => id));
		const unsaved = refused.filter(({ id }) => !storedIds.has(id));
		const unsavedIds = new Set(unsaved.map(({ id }) => id));
		if (unsaved.length === 0) return { chats: stored, unsavedIds, isFailing, refresh };
		return { chats: [...unsaved, ...(stored ?? [])].sort(byUse), unsavedIds, isFailing, refresh };
	}, [stored, refused, isFailing, refresh]);
}

/** Compares chats in the order of the database: the pinned first, then the most recently used. */
function byUse(one: Chat, other: Chat): number {
	return Number(other.isPinned) - Number(one.isPinned) || other.updatedAt - one.updatedAt;
}

/** The chats whose titles hold every word of the query, or which have the tag that a word with `#` begins. Their order stays. */
export function filterChats(chats: readonly Chat[], query: string): readonly Chat[] {
	const words = fold(query).split(/\s+/).filter(Boolean);
	if (words.length === 0) return chats;
	return chats.filter(({ title, tags = [] }) => {
		const folded = fold(title);
		const marks = tags.map((tag) => `#${fold(tag)}`);
		return words.every(
			(word) => folded.includes(word) || (word !== '#' && marks.some((mark) => mark.startsWith(word))),
		);
	});
}
