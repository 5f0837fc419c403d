import { elementById, treeOf } from './nodes.ts';

/** The element in the page to which a computed value refers, such as `url("#wave")`; null where it is another value. */
export function svgReferredTo(value: string, element: Element): Element | null {
	const [, id] = /^url\("#([^"]+)"\)$/.exec(value) ?? [];
	const tree = treeOf(element);
	if (id === undefined || !(tree instanceof Document || tree instanceof ShadowRoot)) return null;
	return elementById(tree, id) ?? elementById(tree, decoded(id));
}

function decoded(id: string): string {
	try {
		return decodeURIComponent(id);
	} catch {
		return id;
	}
}
