import { type Box, isBox } from '../collect/box.ts';
import {
	contains,
	dispatchTo,
	giveFocus,
	parentElement,
	typeText,
	textOf as wholeOf,
} from '../collect/nodes.ts';
import { focused } from '../collect/shadow.ts';
import { flat, isSame, isWithin, selectionOver, textOf } from './field-text.ts';
import { contentOf } from './find-part.ts';
import { type Field, isInput } from './focused-field.ts';
import { findMarked, type Place } from './look.ts';

/** What is to be written into a marked field, as the user has seen and wanted it. */
export interface Writing {
	token: string;
	text: string;
	/** In the place of what was asked about, or behind it. */
	how: 'replace' | 'below';
	/** What the field, or its part, had when the user decided: with any other text nothing is written. */
	seen: string;
}

/**
 * - `written`: the field has the text now
 * - `unlike`: the field was written into, and has another text than it should: the page has changed it, cut it or refused it
 * - `changed`: it has another text than the user has seen; nothing was written
 * - `gone`: it is not there any more, or not to be written in; nothing was written
 */
export type Written = 'written' | 'unlike' | 'changed' | 'gone';

/** Whether a field has what was written, by its text. */
type Check = (now: string) => boolean;

/** How long an editor may take to notice where the selection is, and to show what was written, in milliseconds. */
const NOTICED_MS = 150;
const SHOWN_MS = 1_500;
/** How long one may take that lets a paste go on, and reads it nevertheless. */
const LEFT_MS = 60;
const LOOK_MS = 30;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Whether something is so now, or within a time. */
async function isSoon(check: () => boolean, limitMs: number): Promise<boolean> {
	for (let waited = 0; waited <= limitMs; waited += LOOK_MS) {
		if (check()) return true;
		await wait(LOOK_MS);
	}
	return false;
}

/**
 * Whether what is typed now would come into the field: a page can give the focus to another one as soon as this one has
 * it, and browsers type where the focus is.
 */
function takesKeys(field: Field): boolean {
	const active = focused();
	if (active === field) return true;
	const isInner = isBox(active) || active instanceof HTMLIFrameElement;
	return active !== null && !isInner && contains(field, active);
}

/** The same of an editor, for which the selection counts, too. */
function isAtSelection(field: HTMLElement): boolean {
	const range = selectionOver(field);
	return takesKeys(field) && range !== null && isWithin(field, range);
}

function writeIntoBox(box: Box, { start, end }: { start: number; end: number }, text: string): Check | null {
	const { value } = box;
	const expected = value.slice(0, start) + text + value.slice(end);
	// Fields for e-mail addresses have no offsets: all of them is written anew.
	const hasOffsets = box.selectionStart !== null;
	box.focus();
	if (hasOffsets) box.setSelectionRange(start, end);
	else box.select();
	const isAt = !hasOffsets || (box.selectionStart === start && box.selectionEnd === end);
	if (!takesKeys(box) || !isAt || box.value !== value) return null;
	const isTyped = typeText(hasOffsets ? text : expected);
	if (!isTyped && takesKeys(box) && box.value === value && expected !== value) {
		if (hasOffsets) box.setRangeText(text, start, end, 'end');
		else box.value = expected;
		const how = { bubbles: true, composed: true };
		box.dispatchEvent(new InputEvent('input', { ...how, inputType: 'insertText', data: text }));
		box.dispatchEvent(new Event('change', how));
	}
	return (now) => now === expected;
}

/** In Firefox alone, a paste can be told of by these. */
interface FirefoxPaste extends ClipboardEventInit {
	data: string;
	dataType: string;
}

/** What pages are told of when somebody pastes a text. */
function createPaste(text: string): ClipboardEvent {
	const how = { bubbles: true, cancelable: true, composed: true };
	if (import.meta.env.FIREFOX) {
		// Of a `clipboardData` that an extension has made, Firefox shows pages nothing; but it makes one itself of these two.
		const paste: FirefoxPaste = { ...how, data: text, dataType: 'text/plain' };
		return new ClipboardEvent('paste', paste);
	}
	const clipboardData = new DataTransfer();
	clipboardData.setData('text/plain', text);
	return new ClipboardEvent('paste', { ...how, clipboardData });
}

/**
 * Has an editor that knows of pasting insert a text, lines and all; false where it does not.
 *
 * @param isAsBefore whether the field has the same text, and the same selection, still
 */
async function paste(field: HTMLElement, text: string, isAsBefore: () => boolean): Promise<boolean> {
	const before = textOf(field);
	const event = createPaste(text);
	// An editor that gets an empty paste would remove what is selected.
	if (event.clipboardData?.getData('text/plain') !== text) return false;
	const { focusNode = null } = window.getSelection() ?? {};
	const at = focusNode instanceof Element ? focusNode : focusNode && parentElement(focusNode);
	const isLeft = dispatchTo(at && contains(field, at) ? at : field, event);
	// TinyMCE lets the event go on, catches what would be pasted in an element of its own, and reads the event afterwards.
	if (isLeft) await wait(LEFT_MS);
	if (isLeft && isAsBefore()) return false;
	// A page that does not want anybody to paste stops the event and does nothing.
	return isSoon(() => textOf(field) !== before, SHOWN_MS);
}

/** Whether the selection in a field is where it is now, also later. */
function selectionStays(field: HTMLElement): () => boolean {
	const at = selectionOver(field);
	if (!at) return () => false;
	const { startContainer, startOffset, endContainer, endOffset } = at;
	return () => {
		const now = selectionOver(field);
		return (
			now?.startContainer === startContainer &&
			now.startOffset === startOffset &&
			now.endContainer === endContainer &&
			now.endOffset === endOffset
		);
	};
}

/** The letters of a text: editors make lines and blanks of their own. */
const lettersOf = (text: string): string => flat(text).replaceAll(' ', '');

/** Whether a text is another one with a part put in once, wherever, and nothing else changed. */
function isWithPart(now: string, before: string, part: string): boolean {
	const [all = '', old = '', added = ''] = [now, before, part].map(lettersOf);
	if (all.length !== old.length + added.length) return false;
	for (let at = all.indexOf(added); at !== -1; at = all.indexOf(added, at + 1))
		if (all.slice(0, at) + all.slice(at + added.length) === old) return true;
	return false;
}

async function writeIntoEditor(field: HTMLElement, range: Range, text: string): Promise<Check | null> {
	const before = textOf(field);
	const isWhole = isSame(range.toString(), wholeOf(field) ?? '') && !range.collapsed;
	const isBehind = range.collapsed;
	giveFocus(field);
	const selection = window.getSelection();
	selection?.removeAllRanges();
	selection?.addRange(range);
	await wait(NOTICED_MS);
	const stays = selectionStays(field);
	const isAsBefore = () => textOf(field) === before && isAtSelection(field) && stays();
	if (!isAsBefore()) return null;
	if (!(await paste(field, text, isAsBefore))) {
		if (!isAsBefore()) return null;
		typeText(text);
	}
	if (isWhole) return (now) => isSame(now, text);
	// A page can remove what was there, or insert a paste that it had seemed to ignore.
	if (isBehind) return (now) => isWithPart(now, before, text);
	return (now) => now !== before && flat(now).includes(flat(text));
}

/** Resolves to null where the field has changed meanwhile, and nothing was written. */
async function writeAt(field: Field, place: Place, { how, text }: Writing): Promise<Check | null> {
	const isBelow = how === 'below';
	if (isBox(field)) {
		const fits = isInput(field) ? text.replace(/\s*\n\s*/g, ' ') : text;
		const { length } = field.value;
		const at = place && 'start' in place ? place : { start: length, end: length };
		if (!isBelow) return writeIntoBox(field, at, fits);
		const between = at.end === 0 ? '' : isInput(field) ? ' ' : '\n\n';
		return writeIntoBox(field, { start: at.end, end: at.end }, between + fits);
	}
	const range = place instanceof Range ? place : contentOf(field);
	if (!isBelow) return writeIntoEditor(field, range, text);
	range.collapse(false);
	return writeIntoEditor(field, range, textOf(field).trim() === '' ? text : `\n\n${text}`);
}

/** Writes an answer into a marked field, if that still has the text that the user has seen. */
export async function writeMarked(writing: Writing): Promise<Written> {
	const found = findMarked(writing.token);
	if (!found) return 'gone';
	const { field, look, place } = found;
	if (look.text !== writing.seen || (writing.how === 'replace' && !look.canReplace)) return 'changed';
	const isThere = await writeAt(field, place, writing);
	if (!isThere) return 'changed';
	return (await isSoon(() => isThere(textOf(field)), SHOWN_MS)) ? 'written' : 'unlike';
}
