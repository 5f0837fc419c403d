import { MessageCircleDashed } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Chat } from '../../../utils/chat/schema.ts';
import { RenameForm } from '../../history/rename-form.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { keyOf } from '../../ui/key-of.ts';
import { useChatServices, useChatState } from '../services/chat-services.ts';

/** The chat's title. A click, or F2 anywhere in the window, makes it a text box. */
export function ChatTitle({ chat }: { chat: Chat }) {
	const { session, composer, targets } = useChatServices();
	const isTemporary = useChatState((state) => state.isTemporary);
	const [isEditing, setIsEditing] = useState(false);
	const button = useRef<HTMLButtonElement>(null);
	const hasEdited = useRef(false);

	useEffect(() => {
		const open = (event: KeyboardEvent) => {
			const isElsewhere =
				event.target instanceof Element && event.target.closest('[role=dialog], [role=menu]');
			if (event.defaultPrevented || isElsewhere || keyOf(event) !== 'F2') return;
			event.preventDefault();
			setIsEditing(true);
		};
		window.addEventListener('keydown', open);
		return () => window.removeEventListener('keydown', open);
	}, []);

	useEffect(() => {
		if (isEditing) hasEdited.current = true;
		else if (hasEdited.current) button.current?.focus();
	}, [isEditing]);

	if (isEditing) {
		return (
			<RenameForm
				key={chat.id}
				oldTitle={chat.title}
				onRename={session.rename}
				onClose={() => setIsEditing(false)}
			/>
		);
	}
	return (
		<div className="flex items-center gap-1">
			<h1 className="min-w-0 flex-1">
				<button
					ref={button}
					type="button"
					dir="auto"
					aria-keyshortcuts="F2"
					title={i18n.t('chat.rename')}
					className="block h-8 max-w-full truncate rounded-md px-2 text-sm font-medium text-muted hover:bg-surface-2 hover:text-text"
					onClick={() => setIsEditing(true)}
				>
					{chat.title || i18n.t('history.untitled')}
				</button>
			</h1>
			{/* A temporary chat is left by “New chat”: another one at a click would throw it away. */}
			{!isTemporary && (
				<IconButton
					icon={MessageCircleDashed}
					label={i18n.t('chat.temporary.title')}
					onClick={() => {
						session.startNew(true);
						targets.setNext(null);
						composer.focus();
					}}
				/>
			)}
		</div>
	);
}
