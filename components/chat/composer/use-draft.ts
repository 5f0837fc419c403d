import { type RefObject, useEffect, useMemo } from 'react';
import { useChatServices } from '../services/chat-services.ts';
import { createDraftBox, createDraftKeeper, NEW_CHAT } from '../services/drafts.ts';

export interface DraftOptions {
	box: RefObject<HTMLTextAreaElement | null>;
	/** Replaces the text in the box. */
	fill: (text: string) => void;
}

/**
 * Ties the text box to the unsent question of the chat that the window belongs to. What was typed before the window
 * knew its chat stays.
 *
 * @returns what to call at each change of the text, with all of it
 */
export function useDraft({ box, fill }: DraftOptions): (text: string) => void {
	const { session, opened } = useChatServices();
	const keeper = useMemo(
		() => createDraftKeeper((error) => console.error('A draft could not be read or stored.', error)),
		[],
	);
	const drafts = useMemo(
		() => createDraftBox(keeper, { getText: () => box.current?.value ?? '', fill }),
		[keeper, box, fill],
	);

	// With the session and not with the next drawing: a key can come in between, and belongs to the new chat.
	useEffect(() => {
		let isOver = false;
		let unsubscribe = (): void => undefined;
		const follow = () => {
			const { chatId, goneChatId } = session.getState();
			drafts.show(chatId ?? NEW_CHAT, goneChatId);
		};
		void opened.then(() => {
			if (isOver) return;
			unsubscribe = session.subscribe(follow);
			follow();
		});
		return () => {
			isOver = true;
			unsubscribe();
		};
	}, [session, opened, drafts]);

	useEffect(() => {
		window.addEventListener('pagehide', keeper.flush);
		document.addEventListener('visibilitychange', keeper.flush);
		return () => {
			keeper.flush();
			window.removeEventListener('pagehide', keeper.flush);
			document.removeEventListener('visibilitychange', keeper.flush);
		};
	}, [keeper]);

	return drafts.note;
}
