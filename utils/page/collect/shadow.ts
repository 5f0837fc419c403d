import { focusedIn, openShadowRoot, parentElement, slotOf, treeOf } from './nodes.ts';

/** What browsers offer to extensions beside what pages have: Chromium a function, Firefox a property of elements. */
interface ForExtensions {
	chrome?: { dom?: { openOrClosedShadowRoot?: (element: Element) => ShadowRoot | null } };
}

/** An element's shadow root, also a closed one where the browser shows it to extensions. */
export function shadowOf(element: Element): ShadowRoot | null {
	const open = openShadowRoot(element);
	if (open || !(element instanceof HTMLElement)) return open;
	const closed: unknown = Reflect.get(HTMLElement.prototype, 'openOrClosedShadowRoot', element);
	if (closed instanceof ShadowRoot) return closed;
	const { chrome }: ForExtensions = Object(globalThis);
	return chrome?.dom?.openOrClosedShadowRoot?.(element) ?? null;
}

/** What has the focus of this document, also in shadow roots. */
export function focused(): Element | null {
	let active = focusedIn(document);
	for (let inner = active; inner; inner = shadowOf(inner)?.activeElement ?? null) active = inner;
	return active;
}

/** The element in which a node is drawn: the slot that shows it, else its parent, or the host of its shadow root. */
export function elementAround(node: Node): Element | null {
	const slot = node instanceof Text ? node.assignedSlot : node instanceof Element ? slotOf(node) : null;
	const around = slot ?? parentElement(node);
	if (around) return around;
	const tree = treeOf(node);
	return tree instanceof ShadowRoot ? tree.host : null;
}
