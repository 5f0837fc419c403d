import { useMemo, useSyncExternalStore } from 'react';
import type { Target } from '../../utils/run/chat-session.ts';
import { useChatServices, useChatState } from './chat-services.ts';
import { type Targets, targetOf } from './targets.ts';

/** Null until the settings have been read. */
export function useTargets(): Targets | null {
	const { targets } = useChatServices();
	return useSyncExternalStore(targets.subscribe, targets.getState);
}

/** What the next question is sent to; null while nothing is set up, or known: a chat that loads has its own. */
export function useTarget(): Target | null {
	const targets = useTargets();
	const chat = useChatState((state) => state.chat);
	const isNew = useChatState((state) => state.chatId === null);
	return useMemo(() => (chat || isNew ? targetOf(chat, targets) : null), [chat, isNew, targets]);
}
