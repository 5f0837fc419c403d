import { useEffect, useState } from 'react';
import type { Chat } from '../../utils/chat/schema.ts';
import { useChatServices } from '../chat/services/chat-services.ts';

/** More chats than anybody keeps. Reading that many is no burden, since a row of the list is small. */
const LIMIT = 5000;

export interface ChatsState {
	/** Null until they have been read. */
	chats: readonly Chat[] | null;
	isFailing: boolean;
}

/** The stored chats, pinned ones first. Follows changes that any window makes. */
export function useChats(): ChatsState {
	const { loadStore } = useChatServices();
	const [state, setState] = useState<ChatsState>({ chats: null, isFailing: false });

	useEffect(() => {
		const controller = new AbortController();
		const fail = (error: unknown) => {
			console.error('The chats could not be read.', error);
			setState(({ chats }) => ({ chats, isFailing: true }));
		};
		loadStore().then((store) => {
			if (controller.signal.aborted) return;
			const unwatch = store.watchChats(
				{ limit: LIMIT },
				(chats) => setState({ chats, isFailing: false }),
				fail,
			);
			controller.signal.addEventListener('abort', unwatch);
		}, fail);
		return () => controller.abort();
	}, [loadStore]);

	return state;
}

/** A text in the form in which it is compared: case, accents, and the difference between е and ё are ignored. */
function fold(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The chats whose titles hold every word of the query. Their order stays. */
export function filterChats(chats: readonly Chat[], query: string): readonly Chat[] {
	const words = fold(query).split(/\s+/).filter(Boolean);
	if (words.length === 0) return chats;
	return chats.filter(({ title }) => {
		const folded = fold(title);
		return words.every((word) => folded.includes(word));
	});
}
