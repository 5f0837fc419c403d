import { boxOf as boxAround, comparePosition, parentElement, rootOf } from '../../page/collect/nodes.ts';
import type { Box } from './place-bar.ts';
import { boxOf, type Selected } from './selected.ts';

/** What is seen of the window, also where the user has zoomed into it with two fingers. */
export function viewNow(): Box {
	const { visualViewport: view } = window;
	if (!view) return { left: 0, top: 0, width: innerWidth, height: innerHeight };
	return { left: view.offsetLeft, top: view.offsetTop, width: view.width, height: view.height };
}

/**
 * Where a selection ends. Of what is selected in a box browsers do not tell the place, so there it is where the pointer was
 * let go, else the whole box.
 *
 * @param pointer relative to the box's corner
 */
export function endOf(selected: Selected, pointer: { x: number; y: number } | null): Box {
	const box = boxOf(selected);
	if (box) {
		const { left, top, width, height } = box.getBoundingClientRect();
		if (!pointer) return { left, top, width, height };
		// The line there is about as high as a letter.
		const line = Number.parseFloat(getComputedStyle(box).fontSize) || 16;
		return { left: left + pointer.x, top: top + pointer.y - line, width: 0, height: 2 * line };
	}
	const caret = new Range();
	caret.setStart(selected.to, selected.toOffset);
	const [place] = caret.getClientRects();
	if (place) return place;
	// Between two elements there is no caret.
	const rects = window.getSelection()?.getRangeAt(0).getClientRects() ?? [];
	const last = rects[isBackward(selected) ? 0 : rects.length - 1];
	const around = elementOf(selected.to) ?? rootOf(document);
	return last ?? (around ? boxAround(around) : new DOMRect());
}

export const elementOf = (node: Node): Element | null =>
	node instanceof Element ? node : parentElement(node);

/** Whether the user has selected from the end to the beginning. */
export function isBackward({ from, fromOffset, to, toOffset }: Selected): boolean {
	if (from === to) return toOffset < fromOffset;
	return (comparePosition(from, to) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}
