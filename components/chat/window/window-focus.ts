import { useEffect } from 'react';
import { isCancelKey } from '../../ui/is-cancel-key.ts';
import type { ChatServices } from '../services/chat-services.ts';

/** What a key that was pressed in it belongs to. */
const OWN_KEYS = '[role=dialog], [role=menu]';

/** An action ends in what came of it, or in the composer: the focus never falls to the page's body. */
export function useWindowFocus({ session, composer }: ChatServices): void {
	useEffect(() => guardFocus(() => composer.getElement()), [composer]);

	// Behind all others that listen: what a dialog, a menu or a text box has used is not used again.
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
 * Gives the focus away when a drawing has taken it from what had it: to the same element where that was only moved, to
 * the dialog that it stood in, else to the composer. What gives the focus elsewhere by itself comes first.
 *
 * @returns ends it
 */
export function guardFocus(getComposer: () => HTMLElement | null): () => void {
	let held: HTMLElement | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;

	function isLost(): boolean {
		const { activeElement, body } = document;
		return activeElement === null || activeElement === body || activeElement.matches(':disabled');
	}

	function settle(): void {
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
		timer = setTimeout(settle);
	}

	const observer = new MutationObserver(onDrawn);

	/** The composer is never taken away. While it has the focus, which is the usual case, nothing is watched. */
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

	/** The user has clicked where nothing takes the focus, to select a text for example: that is left alone. */
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
