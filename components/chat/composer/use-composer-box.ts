import { type RefObject, useCallback, useEffect, useEffectEvent, useState } from 'react';
import { useChatServices } from '../services/chat-services.ts';
import { useDraft } from './use-draft.ts';

export interface ComposerBoxState {
	isEmpty: boolean;
	/** Call after each change of the text. */
	onInput: () => void;
	/** Replaces the text. */
	fill: (text: string) => void;
}

/**
 * The text box keeps its own text: a key costs no drawing. What React must know is whether there is any.
 */
export function useComposerBox(box: RefObject<HTMLTextAreaElement | null>): ComposerBoxState {
	const { composer } = useChatServices();
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
	const note = useDraft({ box, fill });

	// The side panel opens with the focus left on the page: it comes here when the window gets it.
	useEffect(() => {
		const focus = () => {
			if (document.activeElement === document.body || document.activeElement === null) box.current?.focus();
		};
		focus();
		window.addEventListener('focus', focus);
		return () => window.removeEventListener('focus', focus);
	}, [box]);

	function fillAndNote(text: string): void {
		fill(text);
		note(text);
	}

	const suggest = useEffectEvent((text: string) => {
		if (!box.current) return;
		// Read from the box, not from what was drawn: a key can come before the next drawing.
		if (box.current.value.trim() === '') fillAndNote(text);
		const end = box.current.value.length;
		box.current.focus();
		box.current.setSelectionRange(end, end);
	});
	useEffect(
		() => composer.bind({ getElement: () => box.current, suggest: (text) => suggest(text) }),
		[composer, box],
	);

	return {
		isEmpty,
		fill: fillAndNote,
		onInput() {
			if (!box.current) return;
			growToText(box.current);
			setIsEmpty(box.current.value.trim() === '');
			note(box.current.value);
		},
	};
}

/** Makes a text box as high as its text where CSS cannot (`field-sizing` is younger than some browsers we support). */
function growToText(box: HTMLTextAreaElement): void {
	if (CSS.supports('field-sizing', 'content')) return;
	box.style.height = 'auto';
	box.style.height = `${box.scrollHeight}px`;
}
