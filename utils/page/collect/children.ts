import { attributeOf, childrenOf, firstChild, nameOf, nextSibling, openShadowRoot } from './nodes.ts';
import { shadowOf } from './shadow.ts';

/** Gives one node after the other, and null at the end. */
export type NodeReader = () => Node | null;

function listed(nodes: readonly Node[]): NodeReader {
	let at = 0;
	return () => nodes[at++] ?? null;
}

/**
 * The shadow root of an element, open or closed; null for none.
 *
 * @param name the element's local name
 */
export function shadowRootOf(element: Element, name: string): ShadowRoot | null {
	// A closed root is looked for at custom elements only: it costs a call.
	return name.includes('-') ? shadowOf(element) : openShadowRoot(element);
}

/**
 * Reads the nodes that are drawn in an element: those of its shadow root, those that a slot shows, of a closed `details`
 * its summary, else its children.
 *
 * @param name the element's local name
 * @param root its shadow root
 */
export function readNodes(element: Element, name: string, root: ShadowRoot | null): NodeReader {
	if (name === 'slot' && element instanceof HTMLSlotElement) {
		const assigned = element.assignedNodes();
		if (assigned.length > 0) return listed(assigned);
	}
	if (name === 'details' && attributeOf(element, 'open') === null) {
		return listed([...childrenOf(element)].filter((child) => nameOf(child) === 'summary').slice(0, 1));
	}
	let next = firstChild(root ?? element);
	return () => {
		const node = next;
		if (node) next = nextSibling(node);
		return node;
	};
}
