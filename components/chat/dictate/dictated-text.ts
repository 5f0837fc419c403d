import { MAX_QUESTION_LENGTH } from '../message/question-keys.ts';
import { countWords, dropWords, fitWords } from './fit-words.ts';
import { followEdit, type Place } from './follow-edit.ts';

/** What is dictated into a text box. */
export interface DictatedText {
	/**
	 * Puts what was heard of a phrase in the place of what was heard of it before, or a new phrase at the cursor.
	 *
	 * @returns false where the text would get too long; the browser asks nobody about what is written this way
	 */
	put(heard: string, isFinal: boolean): boolean;
	/** To be called at the end. What stands in the box stays. */
	close(): void;
}

/** A phrase that is not final yet. */
interface Phrase {
	place: Place;
	heard: string;
	/** The whole text of the box without the phrase, and what it has replaced there. Undo leads back to it. */
	before: string;
	replaced: Place;
}

/**
 * Writes what is dictated into a text box as if it had been typed, so that it can be undone, a phrase at a time. The user
 * may type meanwhile, also while an input method composes: a phrase keeps its place, and the cursor its own. What the user
 * changes within a phrase is the user's from then on, and only what is heard behind it is added.
 */
export function createDictatedText(box: HTMLTextAreaElement): DictatedText {
	let phrase: Phrase | null = null;
	let known = box.value;
	/** How many words at the start of the phrase the user has taken over. */
	let taken = 0;
	/** Whether the last change in the page was a phrase's, so that undo would take back just that. */
	let isLast = false;
	let isWriting = false;
	let isComposing = false;
	/** What was heard while an input method composed, which would end with any change of the box. */
	let held: [heard: string, isFinal: boolean][] = [];

	/** Finds the phrase again after the user has typed. */
	function follow(): void {
		const { value } = box;
		if (value === known) return;
		isLast = false;
		const place = phrase && followEdit(phrase.place, known, value);
		known = value;
		if (!phrase) return;
		if (place) phrase = { ...phrase, place };
		else {
			taken += countWords(dropWords(phrase.heard, taken));
			phrase = null;
		}
	}

	/** Takes a phrase back by undo, which leaves no trace of it there. Returns whether that was possible. */
	function undo({ before, replaced }: Phrase): boolean {
		if (!isLast) return false;
		document.execCommand('undo');
		if (box.value !== before) {
			document.execCommand('redo');
			isLast = false;
			return false;
		}
		box.setSelectionRange(replaced.start, replaced.end);
		return true;
	}

	/** Types as the user would, who can undo it. It needs the focus, which is not taken from what has it. */
	function type({ start, end }: Place, text: string): void {
		if (document.activeElement !== box) return;
		if (!(phrase && undo(phrase))) box.setSelectionRange(start, end);
		if (text !== '') document.execCommand('insertText', false, text);
		else if (box.selectionStart < box.selectionEnd) document.execCommand('delete');
		isLast = phrase === null || isLast;
	}

	/** Puts a text in the place of another, and leaves the user's selection where it is. */
	function replace(place: Place, text: string): boolean {
		const { value, selectionStart, selectionEnd, selectionDirection } = box;
		const next = value.slice(0, place.start) + text + value.slice(place.end);
		if (next.length > Math.max(value.length, MAX_QUESTION_LENGTH)) return false;
		const end = place.start + text.length;
		const moved = (at: number): number => {
			if (at < place.start || (phrase && at === place.start)) return at;
			return at <= place.end ? end : at + end - place.end;
		};
		isWriting = true;
		try {
			type(place, text);
			if (box.value !== next) {
				box.value = next;
				box.dispatchEvent(new InputEvent('input', { bubbles: true }));
				isLast = false;
			}
		} finally {
			isWriting = false;
		}
		known = next;
		box.setSelectionRange(moved(selectionStart), moved(selectionEnd), selectionDirection);
		return true;
	}

	function write(heard: string, isFinal: boolean): boolean {
		follow();
		const { value, selectionStart, selectionEnd } = box;
		const replaced = phrase?.replaced ?? { start: selectionStart, end: selectionEnd };
		const place = phrase?.place ?? replaced;
		const before = phrase?.before ?? value;
		const text = fitWords(dropWords(heard, taken), value.slice(0, place.start), value.slice(place.end));
		const isNothing = text === '' && !phrase;
		const isSame = isNothing || value.slice(place.start, place.end) === text;
		const isTaken = isSame || replace(place, text);
		if (isFinal) taken = 0;
		phrase =
			isFinal || isNothing
				? null
				: { place: { start: place.start, end: place.start + text.length }, heard, before, replaced };
		return isTaken;
	}

	const hearInput = () => {
		if (!isWriting) isLast = false;
	};
	const beginComposing = () => {
		isComposing = true;
	};
	const endComposing = () => {
		// The browser is not done with the composition before this event is over.
		setTimeout(() => {
			isComposing = false;
			const waiting = held;
			held = [];
			for (const [heard, isFinal] of waiting) write(heard, isFinal);
		});
	};
	document.addEventListener('input', hearInput, true);
	box.addEventListener('compositionstart', beginComposing);
	box.addEventListener('compositionend', endComposing);

	return {
		put(heard, isFinal) {
			if (!isComposing) return write(heard, isFinal);
			held = [...held.filter((one) => one[1]), [heard, isFinal]];
			return true;
		},
		close() {
			document.removeEventListener('input', hearInput, true);
			box.removeEventListener('compositionstart', beginComposing);
			box.removeEventListener('compositionend', endComposing);
			held = [];
		},
	};
}
