import { useEffect } from 'react';
import { isCancelKey } from '../../ui/key-of.ts';
import type { ChatServices } from '../services/chat-services.ts';

/** Elements that handle the keys that are pressed in them. */
const OWN_KEYS = '[role=dialog], [role=menu]';

/**
 * Keeps the focus in the window. After an action it is on the result of the action, or in the composer, and never on
 * the page's body. Escape stops the running answer wherever the focus is.
 */
export function useWindowFocus({ session, composer }: ChatServices): void {
	useEffect(() => guardFocus(() => composer.getElement()), [composer]);

	// Listens on the window, which is told last: a key that a dialog, a menu or a text box has used does nothing here.
	useEffect(() => {
		const stop = (event: KeyboardEvent) => {
			const { runningAnswerId } = session.getState();
			const isUsed =
				event.defaultPrevented || (event.target instanceof Element && event.target.closest(OWN_KEYS));
			if (runningAnswerId === null || isUsed || !isCancelKey(event)) return;
			event.preventDefault();
			session.stop(runningAnswerId);
		};
		window.addEventListener('keydown', stop);
		return () => window.removeEventListener('keydown', stop);
	}, [session]);
}

/**
 * Watches for a drawing that removes, moves or disables the focused element, and then focuses the same element if it is
 * still usable, else the open dialog, else the composer. Code that moves the focus itself during the drawing wins.
 *
 * @returns a function that ends the watch
 */
function guardFocus(getComposer: () => HTMLElement | null): () => void {
	let held: HTMLElement | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;

	function isLost(): boolean {
		const { activeElement, body } = document;
		return activeElement === null || activeElement === body || activeElement.matches(':disabled');
	}

	function restoreFocus(): void {
		const lost = held;
		if (!lost || !isLost()) return;
		if (lost.isConnected && !lost.matches(':disabled')) {
			lost.focus({ preventScroll: true });
			return;
		}
		const dialog = [...document.querySelectorAll<HTMLElement>('[role=dialog]')].at(-1);
		(dialog ?? getComposer())?.focus({ preventScroll: true });
	}

	function onDrawn(records: readonly MutationRecord[]): void {
		const isGone = records.some(({ removedNodes }) => [...removedNodes].some((node) => node.contains(held)));
		if (!isGone && !held?.matches(':disabled')) return;
		clearTimeout(timer);
		timer = setTimeout(restoreFocus);
	}

	const observer = new MutationObserver(onDrawn);

	/** The composer is never removed. While it has the focus, which is the usual case, nothing is watched. */
	function onFocusIn({ target }: FocusEvent): void {
		observer.disconnect();
		held = target instanceof HTMLElement && target !== getComposer() ? target : null;
		if (!held) return;
		observer.observe(document.body, {
			childList: true,
			subtree: true,
			attributes: true,
			attributeFilter: ['disabled'],
		});
	}

	/** If the user clicks where nothing takes the focus, for example to select text, the focus is left alone from then on. */
	function onPointerDown(): void {
		setTimeout(() => {
			if (document.activeElement !== document.body || !held?.isConnected || held.matches(':disabled')) return;
			held = null;
			observer.disconnect();
		});
	}

	document.addEventListener('focusin', onFocusIn);
	document.addEventListener('mousedown', onPointerDown);
	return () => {
		clearTimeout(timer);
		observer.disconnect();
		document.removeEventListener('focusin', onFocusIn);
		document.removeEventListener('mousedown', onPointerDown);
	};
}
