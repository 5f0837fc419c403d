import { elementById, findAll, nameOf, treeOf } from './nodes.ts';

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

/** Steps of a filter that change each colour by itself. Others move what is drawn, or mix it with what is near. */
const OF_COLOURS = /^fe(?:ColorMatrix|ComponentTransfer|Func[RGBA])$/;

/** The functions of a computed filter that change each colour by itself; '' where it has none. */
export function colourFilter(filter: string, element: Element): string {
	return filter
		.replace(/\b(?:blur|drop-shadow)\((?:[^()]|\([^()]*\))*\)/g, '')
		.replace(/url\("[^"]*"\)/g, (url) => {
			const drawing = svgReferredTo(url, element);
			const steps = drawing instanceof SVGFilterElement ? [...findAll(drawing, '*')] : [];
			return steps.length > 0 && steps.every((step) => OF_COLOURS.test(nameOf(step))) ? url : '';
		})
		.trim();
}
