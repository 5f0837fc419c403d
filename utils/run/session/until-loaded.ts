import type { ChatSession } from './chat-state.ts';

/** Resolves when nothing loads: the chat is there, or known to be gone or refused. In a new chat it does so at once. */
export function untilLoaded(session: Pick<ChatSession, 'getState' | 'subscribe'>): Promise<void> {
	return new Promise((resolve) => {
		const look = (): void => {
			if (session.getState().isLoading) return;
			unsubscribe();
			resolve();
		};
		const unsubscribe = session.subscribe(look);
		look();
	});
}
