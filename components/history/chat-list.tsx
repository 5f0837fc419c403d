import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Chat } from '../../utils/chat/schema.ts';
import { ChatRow } from './chat-row.tsx';

/** Rows are mounted only when the user scrolls near them, since each has a menu, which is expensive. */
const STEP = 40;

export interface ChatListProps {
	chats: readonly Chat[];
	/** A chat was chosen, and the window shows it. */
	onOpened: () => void;
}

export function ChatList({ chats, onOpened }: ChatListProps) {
	const [count, setCount] = useState(STEP);
	const end = useRef<HTMLLIElement>(null);
	const hasMore = count < chats.length;

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
		<ul aria-label={i18n.t('history.chats')} className="flex flex-col">
			{chats.slice(0, count).map((chat) => (
				<ChatRow key={chat.id} chat={chat} onOpened={onOpened} />
			))}
			{/* Mounted anew at each step, so that an end that stays in view is told of again. */}
			{hasMore && <li key={count} ref={end} aria-hidden="true" className="h-px" />}
		</ul>
	);
}
