import { useMemo, useSyncExternalStore } from 'react';
import type { Target } from '../../utils/run/chat-session.ts';
import { useChatServices, useChatState } from './chat-services.ts';
import { type Targets, targetOf } from './targets.ts';

/** Null until the settings have been read. */
export function useTargets(): Targets | null {
	const { targets } = useChatServices();
	return useSyncExternalStore(targets.subscribe, targets.getState);
}

/** What the next question is sent to; null while nothing is set up, or known. */
export function useTarget(): Target | null {
	const targets = useTargets();
	const chat = useChatState((state) => state.chat);
	return useMemo(() => targetOf(chat, targets), [chat, targets]);
}
