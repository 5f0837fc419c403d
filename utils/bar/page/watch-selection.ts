import { ofWorld } from '../../page/collect/world.ts';
import type { BarOffer, SendToBackground } from '../protocol.ts';
import type { Bar } from './create-bar.ts';
import { isSameSelected, type Selected, selectedNow } from './selected.ts';

interface BarWorld {
	bar?: Bar;
	isWatched?: boolean;
}

/** What the scripts of the bar share in a document. */
export const barWorld = (): BarWorld => ofWorld(Symbol.for('lockchat.bar'), () => ({}));

const OPTIONS = { capture: true, passive: true };

/**
 * Waits until the user has selected text, with the pointer or the keys. Before that it does nothing: it adds nothing to
 * the page, observes nothing, and the background sleeps. Whatever a page selects by itself is none of the user's gestures.
 */
export function watchSelection(send: SendToBackground, isExtensionThere: () => boolean): void {
	const world = barWorld();
	if (world.isWatched) return;
	world.isWatched = true;
	let last: Selected | null = null;

	/** A click on selected text takes the selection away only after its events. */
	const look = (event: Event) => {
		if (event.isTrusted) setTimeout(() => void examine(event), 0);
	};

	async function examine(event: Event): Promise<void> {
		// A box in which something is selected has lost the focus to the bar, and gets it back.
		if (world.bar?.hasFocus()) return;
		const selected = selectedNow();
		const isKnown = last && selected && isSameSelected(last, selected);
		last = selected;
		if (!selected || isKnown) return;
		const isLoaded = world.bar !== undefined;
		const offer = await send({ type: 'bar-selected', isLoaded }).catch(() => {
			if (!isExtensionThere()) leave();
		});
		const now = selectedNow();
		if (!offer || !now || !isSameSelected(selected, now)) return;
		world.bar?.show(selected, offer as NonNullable<BarOffer>, event instanceof PointerEvent ? event : null);
	}

	/** The extension was updated or removed, and this script belongs to nobody. */
	function leave(): void {
		window.removeEventListener('pointerup', look, OPTIONS);
		window.removeEventListener('keyup', look, OPTIONS);
		world.isWatched = false;
		world.bar?.hide();
	}

	window.addEventListener('pointerup', look, OPTIONS);
	window.addEventListener('keyup', look, OPTIONS);
}
