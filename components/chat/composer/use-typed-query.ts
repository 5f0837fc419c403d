import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import { canType } from '../services/can-type.ts';
import { type Sign, type TypedQuery, typedQueryOf } from './typed-query.ts';

interface TypedState {
	/** What is asked for; null while nothing is, and after Escape. */
	asked: TypedQuery | null;
	/** Closes the list of this sign, as Escape does, until another one is typed. */
	dismiss: () => void;
}

/** Follows what is typed behind a sign in the text box. */
export function useTypedQuery(box: RefObject<HTMLTextAreaElement | null>, sign: Sign): TypedState {
	const [asked, setAsked] = useState<TypedQuery | null>(null);
	/** The place of the sign whose list was closed. */
	const [dismissed, setDismissed] = useState<number | null>(null);

	const look = useEffectEvent(() => {
		const element = box.current;
		if (!element || document.activeElement !== element) return;
		const next = typedQueryOf(sign, element.value, [element.selectionStart, element.selectionEnd]);
		if (next?.start === asked?.start && next?.query === asked?.query) return;
		setAsked(next);
		if (next?.start !== dismissed) setDismissed(null);
	});

	useEffect(() => {
		const element = box.current;
		if (!element) return;
		const onBlur = () => setAsked(null);
		const onChange = () => look();
		element.addEventListener('input', onChange);
		element.addEventListener('blur', onBlur);
		document.addEventListener('selectionchange', onChange);
		look();
		return () => {
			element.removeEventListener('input', onChange);
			element.removeEventListener('blur', onBlur);
			document.removeEventListener('selectionchange', onChange);
		};
	}, [box]);

	return {
		asked: asked?.start === dismissed ? null : asked,
		dismiss: () => setDismissed(asked?.start ?? null),
	};
}

/**
 * Puts a text in the place of another, as if it had been typed, so that it can be undone. Returns false where the message
 * would get too long: then nothing changes, and it is told.
 */
export function replaceText(box: HTMLTextAreaElement, [start, end]: [number, number], text: string): boolean {
	box.focus();
	box.setSelectionRange(start, end);
	if (text !== '' && !canType(box, text)) return false;
	// Deprecated, and the only way that keeps what Ctrl+Z knows.
	if (document.execCommand(text === '' ? 'delete' : 'insertText', false, text)) return true;
	box.setRangeText(text, start, end, 'end');
	box.dispatchEvent(new InputEvent('input', { bubbles: true }));
	return true;
}

/** Puts a text in the place of the sign and what follows it. */
export function insertFor(box: HTMLTextAreaElement, { start, query }: TypedQuery, text: string): void {
	replaceText(box, [start, start + 1 + query.length], text);
}
