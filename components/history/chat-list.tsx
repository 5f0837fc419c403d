import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Chat } from '../../utils/chat/schema.ts';
import { dayHeading } from '../../utils/platform/time-ago.ts';
import { ChatRow } from './chat-row.tsx';

/** Rows are mounted only when the user scrolls near them, since each has a menu, which is expensive. */
const STEP = 40;

export interface ChatListProps {
	chats: readonly Chat[];
	/** The ids of those chats that are not stored. */
	unsavedIds: ReadonlySet<string>;
	/** Called when a chat that is not stored was changed or deleted. */
	onUnsavedChanged: () => void;
	/** Called when a chat was chosen, and the window shows it. */
	onOpened: () => void;
	/** Called when the focus was in a row, and no row is left. */
	onEmptied: () => void;
	onTag: (chat: Chat) => void;
}

const headingOf = ({ isPinned, updatedAt }: Chat): string =>
	isPinned ? i18n.t('history.pinned') : dayHeading(updatedAt);

/** The heading above the chat in this place of the list; null where the chat before it stands under the same one. */
function headingAt(chats: readonly Chat[], at: number): string | null {
	const [before, chat] = [chats[at - 1], chats[at]];
	const heading = chat ? headingOf(chat) : null;
	return before && headingOf(before) === heading ? null : heading;
}

export function ChatList({ chats, unsavedIds, onUnsavedChanged, onOpened, onEmptied, onTag }: ChatListProps) {
	const [count, setCount] = useState(STEP);
	const end = useRef<HTMLLIElement>(null);
	const isLeaving = useRef(false);
	const hasMore = count < chats.length;

	// When the whole list is removed, its rows do not hand the focus on. React cleans up the list before its rows.
	useLayoutEffect(() => {
		isLeaving.current = false;
		return () => {
			isLeaving.current = true;
		};
	}, []);

	/** When a row is removed, the focus goes to the menu button of the row below it, or above it if it was the last one. */
	function focusNeighbour(row: Element): void {
		if (isLeaving.current) return;
		const buttons = [row.nextElementSibling, row.previousElementSibling].map((neighbour) =>
			neighbour?.querySelector<HTMLElement>('[aria-haspopup]'),
		);
		const button = buttons.find(Boolean);
		if (button) button.focus();
		else onEmptied();
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
		<ul hidden={chats.length === 0} aria-label={i18n.t('history.chats')} className="flex flex-col">
			{chats.slice(0, count).map((chat, at) => (
				<ChatRow
					key={chat.id}
					chat={chat}
					heading={headingAt(chats, at)}
					{...(unsavedIds.has(chat.id) && { onUnsavedChanged })}
					onOpened={onOpened}
					onFocusLost={focusNeighbour}
					onTag={() => onTag(chat)}
				/>
			))}
			{/* This gets a new key at each step. It is then mounted anew, and an end that stays in view is noticed again. */}
			{hasMore && <li key={count} ref={end} aria-hidden="true" className="h-px" />}
		</ul>
	);
}
