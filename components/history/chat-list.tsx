import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Chat } from '../../utils/chat/types.ts';
import { ChatRow } from './chat-row.tsx';

/** Each row has a menu, so rows are mounted as they are scrolled to. */
const STEP = 40;

export interface ChatListProps {
	chats: readonly Chat[];
	/** A chat was chosen, and the window shows it. */
	onOpened: () => void;
	/** The focus was in a row, and no row is left. */
	onEmptied: () => void;
}

export function ChatList({ chats, onOpened, onEmptied }: ChatListProps) {
	const [count, setCount] = useState(STEP);
	const end = useRef<HTMLLIElement>(null);
	const list = useRef<HTMLUListElement>(null);
	const hasMore = count < chats.length;

	/** What comes after a chat that has gone is the next one, in its place; after the last one the one before it. */
	function focusPlace(place: number): void {
		// Other windows' rows too can go in this drawing; then it is over.
		setTimeout(() => {
			const rows = list.current?.querySelectorAll('li[data-chat]');
			const row = rows?.[Math.min(place, rows.length - 1)];
			if (row) row.querySelector<HTMLElement>('[aria-haspopup]')?.focus();
			else onEmptied();
		});
	}

	useEffect(() => {
		if (!end.current || !hasMore) return;
		const observer = new IntersectionObserver(
			([entry]) => entry?.isIntersecting && setCount((shown) => shown + STEP),
			{ rootMargin: '400px' },
		);
		observer.observe(end.current);
		return () => observer.disconnect();
	}, [hasMore]);

	return (
		<ul ref={list} aria-label={i18n.t('history.chats')} className="flex flex-col">
			{chats.slice(0, count).map((chat, place) => (
				<ChatRow key={chat.id} chat={chat} onOpened={onOpened} onFocusLost={() => focusPlace(place)} />
			))}
			{/* Mounted anew at each step, so that an end that stays in view is told of again. */}
			{hasMore && <li key={count} ref={end} aria-hidden="true" className="h-px" />}
		</ul>
	);
}
