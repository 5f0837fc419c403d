import { Pin } from 'lucide-react';
import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Chat } from '../../utils/chat/schema.ts';
import { timeAgo } from '../../utils/platform/time-ago.ts';
import { useChatServices, useChatState } from '../chat/services/chat-services.ts';
import { ChatMenu } from './chat-menu.tsx';
import { RenameForm } from './rename-form.tsx';
import { useChatChange } from './use-chat-change.ts';

export interface ChatRowProps {
	chat: Chat;
	/** What stands above the row where it is the first of its day; null where it is not. */
	heading: string | null;
	/** Given for a chat that is not stored; called when it was changed or deleted. */
	onUnsavedChanged?: (() => void) | undefined;
	onOpened: () => void;
	/** Called when the row is about to be removed, and the focus is in it. */
	onFocusLost: (row: Element) => void;
	/** Called when the user wants to give the chat tags. */
	onTag: () => void;
}

export function ChatRow({ chat, heading, onUnsavedChanged, onOpened, onFocusLost, onTag }: ChatRowProps) {
	const { session } = useChatServices();
	const isShown = useChatState((state) => state.chatId === chat.id);
	const change = useChatChange(onUnsavedChanged);
	const [isRenaming, setIsRenaming] = useState(false);
	const titleId = useId();
	const row = useRef<HTMLLIElement>(null);
	const menuButton = useRef<HTMLButtonElement>(null);
	const wasRenaming = useRef(false);

	useEffect(() => {
		if (wasRenaming.current && !isRenaming) menuButton.current?.focus();
		wasRenaming.current = isRenaming;
	}, [isRenaming]);

	const tellFocusLost = useEffectEvent(onFocusLost);
	/** Whether the focus came into the row, or into its menu, and has not left them. */
	const hadFocus = useRef(false);
	// The cleanup of a layout effect runs while the row is still on the page, so the focus can still be seen in it. Its menu
	// stands elsewhere in the page, and has the focus until it has closed: the row may be gone before that.
	useLayoutEffect(
		() => () => {
			const active = document.activeElement;
			const isInMenu = hadFocus.current && (active === document.body || active?.closest('[role=menu]'));
			if (row.current && (isInMenu || row.current.contains(active))) tellFocusLost(row.current);
		},
		[],
	);

	if (isRenaming) {
		return (
			<li ref={row}>
				{heading && <Heading text={heading} />}
				<div className="px-2 py-1">
					<RenameForm
						oldTitle={chat.title}
						onRename={(title) =>
							change({ chat: { ...chat, title }, write: (store) => store.renameChat(chat.id, title) })
						}
						onClose={() => setIsRenaming(false)}
					/>
				</div>
			</li>
		);
	}
	return (
		// React tells the row of the focus in its menu too.
		<li
			ref={row}
			onFocus={() => {
				hadFocus.current = true;
			}}
			onBlur={() => {
				hadFocus.current = false;
			}}
		>
			{heading && <Heading text={heading} />}
			<div className="flex items-center gap-1 rounded-md pe-1 hover:bg-surface">
				<button
					type="button"
					data-result
					aria-current={isShown || undefined}
					className="flex min-w-0 flex-1 flex-col rounded-md px-2 py-1.5 text-start -outline-offset-2"
					onClick={() => {
						session.open(chat.id);
						onOpened();
					}}
				>
					<span className="flex items-center gap-1.5">
						{chat.isPinned && (
							<Pin size={13} aria-label={i18n.t('history.pinned')} className="shrink-0 text-accent" />
						)}
						<span id={titleId} dir="auto" className={isShown ? 'truncate font-semibold' : 'truncate'}>
							{chat.title || i18n.t('history.untitled')}
						</span>
					</span>
					<span className="truncate text-xs text-muted">
						{timeAgo(chat.updatedAt)}
						{chat.tags?.map((tag) => (
							<bdi key={tag}> · #{tag}</bdi>
						))}
						{onUnsavedChanged && <span className="text-danger"> · {i18n.t('history.unsaved')}</span>}
					</span>
				</button>
				<ChatMenu
					chat={chat}
					onUnsavedChanged={onUnsavedChanged}
					buttonRef={menuButton}
					titleId={titleId}
					onTag={onTag}
					onRename={() => setIsRenaming(true)}
				/>
			</div>
		</li>
	);
}

function Heading({ text }: { text: string }) {
	return <h3 className="px-2 pt-3 pb-1 text-xs font-semibold text-muted">{text}</h3>;
}
