import type { ChatSession, Sought } from '../../../utils/run/session/chat-state.ts';
import type { StickToBottom } from './stick-to-bottom.ts';

/** Each of these events of the user ends the journey: from then on the reader decides where to be. */
const USER_EVENTS = ['keydown', 'pointerdown', 'wheel', 'touchmove'] as const;
/** The name by which the style sheet knows the words that were found. */
const HIGHLIGHT = 'found';
/** Where the first of these words comes to stand, as a share of the transcript's height. */
const PLACE = 0.25;

export interface Journey {
	session: Pick<ChatSession, 'getState'>;
	sought: Sought;
	scroller: HTMLElement;
	stick: StickToBottom;
	/** Aborted when the transcript, or the reason for the journey, is gone. */
	signal: AbortSignal;
}

/**
 * Goes to the message that a search has found: to its first found word, or to its beginning where none is seen. It gets
 * the focus, and the words are marked for as long as the chat is open. Rows that are still read, and Markdown that is
 * still drawn, move the message about; it is followed until the user does something.
 */
export function goToHit({ session, sought, scroller, stick, signal }: Journey): void {
	const words = new Set(sought.words);
	const apart = new Set(sought.words.flatMap((phrase) => phrase.match(/[\p{L}\p{N}]+/gu) ?? []));
	const travelling = new AbortController();
	let target: Element | null = null;
	let hasUnfolded = false;
	let hasFocused = false;
	const observer = new MutationObserver(look);

	for (const type of USER_EVENTS) {
		const options = { capture: true, passive: true, signal: travelling.signal };
		window.addEventListener(type, arrive, options);
	}
	signal.addEventListener('abort', () => {
		arrive();
		observer.disconnect();
		CSS.highlights?.delete(HIGHLIGHT);
	});
	observer.observe(scroller, { childList: true, subtree: true, characterData: true });
	look();

	function arrive(): void {
		if (travelling.signal.aborted) return;
		travelling.abort();
		stick.release();
	}

	/** The message's element; also while its row is still read. */
	function findMessage(): HTMLElement | null {
		const { path } = session.getState();
		const place = path.findIndex(({ id }) => id === sought.messageId);
		if (place < 0) return null;
		const mounted = scroller.querySelectorAll<HTMLElement>('.message');
		return mounted[mounted.length - (path.length - place)] ?? null;
	}

	function look(): void {
		// An answer that was asked for meanwhile is where the user wants to be.
		if (session.getState().runningAnswerId !== null) arrive();
		const message = findMessage();
		if (!message) return;
		const whole = findRanges(message, words);
		// Markup between the words of a phrase parts them on the screen.
		const ranges = whole.length > 0 ? whole : findRanges(message, apart);
		if (typeof Highlight !== 'undefined') CSS.highlights?.set(HIGHLIGHT, new Highlight(...ranges));
		if (travelling.signal.aborted) return;
		if (ranges.length === 0 && !hasUnfolded) hasUnfolded = unfold(message);
		const next = ranges[0]?.startContainer.parentElement ?? message;
		if (next === target && target.isConnected) return;
		target = next;
		scrollTo(next === message ? 0 : scroller.clientHeight * PLACE);
		if (message.matches('article')) takeFocus(message);
	}

	/** The focus is taken once. After that it is the user's, and is only taken back where drawing the message anew dropped it. */
	function takeFocus(message: HTMLElement): void {
		const { activeElement, body } = document;
		if (hasFocused && activeElement !== null && activeElement !== body) return;
		hasFocused = true;
		message.tabIndex = -1;
		message.focus({ preventScroll: true });
	}

	/** Scrolls the target to so many pixels below the transcript's upper edge, and keeps it there. */
	function scrollTo(below: number): void {
		stick.release();
		if (target) scroller.scrollTop += topOf(target) - below;
		stick.hold(() => (target?.isConnected ? target : findMessage()));
	}

	function topOf(element: Element): number {
		return element.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
	}
}

/** Shows the rest of a long question; returns whether there was any. */
function unfold(message: Element): boolean {
	const button = message.querySelector<HTMLElement>(
		'blockquote ~ * [aria-expanded=false], [aria-expanded=false]',
	);
	button?.click();
	return button !== null;
}

/** As many words are marked at most, in one message. */
const MAX_RANGES = 200;

/** Where these words stand in an element, in its order. */
function findRanges(root: Element, words: ReadonlySet<string>): Range[] {
	const ranges: Range[] = [];
	const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node && ranges.length < MAX_RANGES; node = walker.nextNode()) {
		const text = node.textContent ?? '';
		for (const word of words) {
			for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
				if (!isWhole(text, at, word)) continue;
				const range = document.createRange();
				range.setStart(node, at);
				range.setEnd(node, at + word.length);
				ranges.push(range);
			}
		}
	}
	return ranges.sort((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other));
}

/** Whether the word is not the piece of another one. */
function isWhole(text: string, at: number, word: string): boolean {
	const isLetter = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
	const isSpaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u.test(word);
	return isSpaced || !(isLetter(text[at - 1]) || isLetter(text[at + word.length]));
}
