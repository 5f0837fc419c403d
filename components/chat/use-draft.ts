import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useChatServices, useChatState } from './chat-services.ts';
import { createDraftKeeper, NEW_CHAT } from './draft-keeper.ts';

/** The chat whose draft the text box shows; null until the window knows which chat it opens on. */
function useDraftKey(): string | null {
	const { opened } = useChatServices();
	const chatId = useChatState((state) => state.chat?.id ?? NEW_CHAT);
	const [isOpened, setIsOpened] = useState(false);
	useEffect(() => {
		void opened.then(() => setIsOpened(true));
	}, [opened]);
	return isOpened ? chatId : null;
}

export interface DraftBox {
	box: RefObject<HTMLTextAreaElement | null>;
	/** Replaces the text in the box. */
	fill: (text: string) => void;
}

/**
 * Ties the text box to the chat's unsent question: brings it back when the chat is shown. What was typed before the
 * window knew its chat stays.
 *
 * @returns what to call at each change of the text, with all of it
 */
export function useDraft({ box, fill }: DraftBox): (text: string) => void {
	const key = useDraftKey();
	const shownKey = useRef<string | null>(null);
	const keeper = useMemo(
		() => createDraftKeeper((error) => console.error('The draft could not be stored.', error)),
		[],
	);

	useEffect(() => {
		if (key === null) return;
		if (shownKey.current !== null) fill('');
		shownKey.current = key;
		let isCurrent = true;
		void keeper.read(key).then((text) => {
			if (isCurrent && text !== '' && box.current?.value === '') fill(text);
		});
		return () => {
			isCurrent = false;
		};
	}, [keeper, key, box, fill]);

	useEffect(() => {
		window.addEventListener('pagehide', keeper.flush);
		document.addEventListener('visibilitychange', keeper.flush);
		return () => {
			keeper.flush();
			window.removeEventListener('pagehide', keeper.flush);
			document.removeEventListener('visibilitychange', keeper.flush);
		};
	}, [keeper]);

	return (text) => key !== null && keeper.note(key, text);
}
