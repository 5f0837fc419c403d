import { attributeOf, childrenOf, firstChild, nameOf, nextSibling, openShadowRoot } from './nodes.ts';

/** What browsers offer to extensions beside what pages have: Chromium a function, Firefox a property of elements. */
interface ForExtensions {
	chrome?: { dom?: { openOrClosedShadowRoot?: (element: Element) => ShadowRoot | null } };
}

/** An element's shadow root, also a closed one where the browser shows it to extensions. */
function shadowOf(element: Element, name: string): ShadowRoot | null {
	const open = openShadowRoot(element);
	// The root of others is looked for at custom elements only: it costs a call.
	if (open || !name.includes('-') || !(element instanceof HTMLElement)) return open;
	if ('openOrClosedShadowRoot' in element) {
		const { openOrClosedShadowRoot: root } = element;
		return root instanceof ShadowRoot ? root : null;
	}
	const { chrome }: ForExtensions = Object(globalThis);
	return chrome?.dom?.openOrClosedShadowRoot?.(element) ?? null;
}

/** Gives one node after the other, and null at the end. */
export type NodeReader = () => Node | null;

function listed(nodes: readonly Node[]): NodeReader {
	let at = 0;
	return () => nodes[at++] ?? null;
}

/**
 * Reads the nodes that are drawn in an element: those of its shadow root, those that a slot shows, of a closed `details`
 * its summary, else its children.
 *
 * @param name the element's local name
 */
export function readNodes(element: Element, name: string): NodeReader {
	if (name === 'slot' && element instanceof HTMLSlotElement) {
		const assigned = element.assignedNodes();
		if (assigned.length > 0) return listed(assigned);
	}
	if (name === 'details' && attributeOf(element, 'open') === null) {
		return listed([...childrenOf(element)].filter((child) => nameOf(child) === 'summary').slice(0, 1));
	}
	let next = firstChild(shadowOf(element, name) ?? element);
	return () => {
		const node = next;
		if (node) next = nextSibling(node);
		return node;
	};
}
