import { GitFork } from 'lucide-react';
import { i18n } from '#i18n';
import type { Chat } from '../../../utils/chat/schema.ts';
import { useChatServices } from '../services/chat-services.ts';
import { openParent } from '../services/fork-chat.ts';

/** Names the chat that this one was forked from, and leads to it. */
export function ForkNote({ parent: { chatId, title } }: { parent: NonNullable<Chat['forkedFrom']> }) {
	const services = useChatServices();
	return (
		<button
			type="button"
			className="mx-auto flex max-w-full items-center gap-1.5 rounded-md px-2 py-1 text-xs text-muted hover:bg-surface-2 hover:text-text"
			onClick={() => void openParent(services, chatId)}
		>
			<GitFork size={13} aria-hidden="true" className="shrink-0" />
			<span dir="auto" className="truncate">
				{i18n.t('chat.fork.from', { title: title || i18n.t('history.untitled') })}
			</span>
		</button>
	);
}
