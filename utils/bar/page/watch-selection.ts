import type { BarOffer, SendToBackground } from '../protocol.ts';
import type { Bar } from './create-bar.ts';
import { isSameSelected, type Selected, selectedNow } from './selected.ts';

/** What the scripts of the bar share in a document: the world of the extension's scripts, which the page cannot reach. */
export interface BarWorld {
	lockchatBar?: Bar;
	lockchatWatch?: true;
}

export const barWorld = (): BarWorld => Object(globalThis);

const OPTIONS = { capture: true, passive: true };

/**
 * Waits until the user has selected text, with the pointer or the keys. Before that it does nothing: it adds nothing to
 * the page, observes nothing, and the background sleeps. Whatever a page selects by itself is none of the user's gestures.
 */
export function watchSelection(send: SendToBackground): void {
	const world = barWorld();
	if (world.lockchatWatch) return;
	world.lockchatWatch = true;
	let last: Selected | null = null;

	/** A click on selected text takes the selection away only after its events. */
	const look = (event: Event) => {
		if (event.isTrusted) setTimeout(() => void examine(event), 0);
	};

	async function examine(event: Event): Promise<void> {
		// A box in which something is selected has lost the focus to the bar, and gets it back.
		if (world.lockchatBar?.hasFocus()) return;
		const selected = selectedNow();
		const isKnown = last && selected && isSameSelected(last, selected);
		last = selected;
		if (!selected || isKnown) return;
		try {
			const isLoaded = world.lockchatBar !== undefined;
			const offer = (await send({ type: 'bar-selected', isLoaded })) as BarOffer | undefined;
			const now = selectedNow();
			if (!now || !isSameSelected(selected, now)) return;
			if (offer) world.lockchatBar?.show(selected, offer, event instanceof PointerEvent ? event : null);
		} catch {
			// The extension was updated or removed, and this script belongs to nobody.
			window.removeEventListener('pointerup', look, OPTIONS);
			window.removeEventListener('keyup', look, OPTIONS);
			world.lockchatBar?.hide();
		}
	}

	window.addEventListener('pointerup', look, OPTIONS);
	window.addEventListener('keyup', look, OPTIONS);
}
