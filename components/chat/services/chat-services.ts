import { createContext, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Target } from '../../../utils/chat/target.ts';
import type { ActionRequest } from '../../../utils/run/protocol.ts';
import type { ChatSession, ChatState } from '../../../utils/run/session/chat-state.ts';
import type { RunClient } from '../../../utils/run/window/run-client.ts';
import type { Store } from '../../../utils/store/store.ts';
import type { Announcer } from './announcer.ts';
import type { ComposerModel } from './composer-model.ts';
import type { DictationState } from './dictation.ts';
import type { Slot } from './slot.ts';
import { type Targets, type TargetsStore, targetOf } from './targets.ts';
import type { UndoBox } from './undo-box.ts';

/** Where a window stands: the popup closes when the user looks away, the side panel and the tab of the welcome stay. */
export type Surface = 'popup' | 'sidepanel' | 'welcome';

/** What a chat window is made of; one of each for as long as the window lives. */
export interface ChatServices {
	readonly surface: Surface;
	readonly client: RunClient;
	readonly session: ChatSession;
	readonly composer: ComposerModel;
	readonly announcer: Announcer;
	readonly undo: UndoBox;
	/** The answer for which the user chooses another model to regenerate it; null while there is none. */
	readonly regenerating: Slot<string>;
	/** The action that the user has chosen in a menu, or in the address bar, until the composer carries it out. */
	readonly acting: Slot<ActionRequest>;
	/** What dictation does; null while there is none. */
	readonly dictation: Slot<DictationState>;
	readonly targets: TargetsStore;
	/** The database of chats, loaded when it is first asked for. */
	readonly loadStore: () => Promise<Store>;
	/** Resolves when the window knows which chat it opens on. */
	readonly opened: Promise<void>;
}

export const ChatServicesContext = createContext<ChatServices | null>(null);

export function useChatServices(): ChatServices {
	const services = useContext(ChatServicesContext);
	if (!services) throw new Error('A part of the chat is drawn outside of a chat window.');
	return services;
}

/** A part of the chat's state. `select` picks what the state holds; it makes nothing new. */
export function useChatState<Part>(select: (state: ChatState) => Part): Part {
	const { session } = useChatServices();
	return useSyncExternalStore(session.subscribe, () => select(session.getState()));
}

/** Tells screen readers what has just appeared on the screen; null while there is nothing. */
export function useAnnouncement(text: string | null): void {
	const { announcer } = useChatServices();
	useEffect(() => {
		if (text !== null) announcer.say(text);
	}, [announcer, text]);
}

/** Null until the settings have been read. */
export function useTargets(): Targets | null {
	const { targets } = useChatServices();
	return useSyncExternalStore(targets.subscribe, targets.getState);
}

/**
 * What the next question is sent to. Null while nothing is set up, and while a chat loads, since it has a target of its
 * own.
 */
export function useTarget(): Target | null {
	const targets = useTargets();
	const chat = useChatState((state) => state.chat);
	const isNew = useChatState((state) => state.chatId === null);
	return useMemo(() => (chat || isNew ? targetOf(chat, targets) : null), [chat, isNew, targets]);
}
