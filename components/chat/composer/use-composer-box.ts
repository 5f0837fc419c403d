import { type RefObject, useCallback, useEffect, useEffectEvent, useState } from 'react';
import { useChatServices } from '../services/chat-services.ts';
import { NEW_CHAT } from '../services/draft-keeper.ts';

export interface ComposerBoxState {
	isEmpty: boolean;
	/** To be called after each change of the text. */
	onInput: () => void;
}

/**
 * The text box keeps its own text: a key costs no drawing. What React must know is whether there is any. The text is
 * part of the draft of the chat that the window belongs to; what was typed before the window knew its chat stays.
 */
export function useComposerBox(box: RefObject<HTMLTextAreaElement | null>): ComposerBoxState {
	const { session, composer, opened } = useChatServices();
	const [isEmpty, setIsEmpty] = useState(true);

	const fill = useCallback(
		(text: string) => {
			if (!box.current) return;
			box.current.value = text;
			growToText(box.current);
			setIsEmpty(text.trim() === '');
		},
		[box],
	);

	// When the side panel opens, the browser leaves the focus on the page beside it. The text box takes the focus when the
	// window gets it.
	useEffect(() => {
		const focus = () => {
			if (document.activeElement === document.body || document.activeElement === null) box.current?.focus();
		};
		focus();
		window.addEventListener('focus', focus);
		return () => window.removeEventListener('focus', focus);
	}, [box]);

	const suggest = useEffectEvent((text: string) => {
		if (!box.current) return;
		// Looks into the box and not at what React has drawn: a key can come before the next drawing.
		if (box.current.value.trim() === '') {
			fill(text);
			composer.note(text);
		}
		const end = box.current.value.length;
		box.current.focus();
		box.current.setSelectionRange(end, end);
	});
	useEffect(
		() =>
			composer.bind({
				getElement: () => box.current,
				getText: () => box.current?.value ?? '',
				fill,
				suggest: (text) => suggest(text),
			}),
		[composer, box, fill],
	);

	// Follows the session directly and does not wait for the next drawing: a key pressed in between belongs to the new chat.
	useEffect(() => {
		let isOver = false;
		let unsubscribe = (): void => undefined;
		const follow = () => {
			const { chatId, goneChatId } = session.getState();
			composer.show(chatId ?? NEW_CHAT, goneChatId);
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
	}, [session, composer, opened]);

	useEffect(() => {
		window.addEventListener('pagehide', composer.flush);
		document.addEventListener('visibilitychange', composer.flush);
		return () => {
			composer.flush();
			window.removeEventListener('pagehide', composer.flush);
			document.removeEventListener('visibilitychange', composer.flush);
		};
	}, [composer]);

	return {
		isEmpty,
		onInput() {
			if (!box.current) return;
			growToText(box.current);
			setIsEmpty(box.current.value.trim() === '');
			composer.note(box.current.value);
		},
	};
}

/** Makes a text box as high as its text where CSS cannot (`field-sizing` is younger than some browsers we support). */
function growToText(box: HTMLTextAreaElement): void {
	if (CSS.supports('field-sizing', 'content')) return;
	box.style.height = 'auto';
	box.style.height = `${box.scrollHeight}px`;
}
