import { useState } from 'react';
import type { Chat } from '../../utils/chat/schema.ts';

/** The chats of a list that the user has ticked, to do something with all of them. */
export interface Selection {
	has(chatId: string): boolean;
	/** Ticks a chat or not; with `isRange` all between it and the one that was ticked last, too. */
	tick(chat: Chat, isTicked: boolean, isRange: boolean): void;
	/** Ticks all, or none where all are ticked. */
	tickAll(): void;
	/** The ticked chats that are in the list. */
	chats: readonly Chat[];
	areAll: boolean;
}

/** @param chats those that can be ticked, in the order of the list */
export function useSelection(chats: readonly Chat[]): Selection {
	const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
	const [lastId, setLastId] = useState<string | null>(null);
	const inList = chats.filter(({ id }) => ticked.has(id));
	const areAll = chats.length > 0 && inList.length === chats.length;

	return {
		has: (chatId) => ticked.has(chatId),
		tick(chat, isTicked, isRange) {
			const from = isRange ? chats.findIndex(({ id }) => id === lastId) : -1;
			const to = chats.findIndex(({ id }) => id === chat.id);
			const changed = from < 0 ? [chat] : chats.slice(Math.min(from, to), Math.max(from, to) + 1);
			const next = new Set(ticked);
			for (const { id } of changed) {
				if (isTicked) next.add(id);
				else next.delete(id);
			}
			setTicked(next);
			setLastId(chat.id);
		},
		tickAll: () => setTicked(new Set(areAll ? [] : chats.map(({ id }) => id))),
		chats: inList,
		areAll,
	};
}
