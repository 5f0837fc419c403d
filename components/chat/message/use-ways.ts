import { GitFork, RefreshCcwDot } from 'lucide-react';
import { i18n } from '#i18n';
import type { MenuAction } from '../../ui/menu.tsx';
import { useChatServices, useChatState } from '../services/chat-services.ts';

/** The other ways on from a message: a chat of its own, and for an answer another model. */
export function useWays(messageId: string, isAnswer: boolean): MenuAction[] {
	const services = useChatServices();
	// A fork would be a chat that is kept.
	const isTemporary = useChatState((state) => state.isTemporary);
	const fork: MenuAction = {
		label: i18n.t('chat.fork.here'),
		icon: GitFork,
		takesFocus: true,
		run: () => void import('../services/fork-chat.ts').then(({ forkChat }) => forkChat(services, messageId)),
	};
	const regenerate: MenuAction = {
		label: i18n.t('chat.regenerateWith'),
		icon: RefreshCcwDot,
		takesFocus: true,
		run: () => services.regenerating.set(messageId),
	};
	return [...(isTemporary ? [] : [fork]), ...(isAnswer ? [regenerate] : [])];
}
