import { attributeOf, nameOf, parentElement, previousElement } from './nodes.ts';

/** Whether an element is of MathML. Their `display` does not tell: Firefox computes the same as for other elements. */
export const isOfFormula = (element: Element): boolean => element instanceof MathMLElement;

/** A formula as words in one line: powers and indices raised and lowered, fractions with a stroke, roots in brackets. */
export function tagsInFormula(element: Element, own: string): { open: string; close: string } {
	if (own === 'math') {
		const name = attributeOf(element, 'display') === 'block' ? 'div' : 'span';
		return { open: `<${name}>`, close: `</${name}>` };
	}
	const around = parentElement(element);
	const place = around ? nameOf(around) : '';
	const at = placeOf(element);
	const isRaised = (place === 'msup' && at === 1) || (place === 'msubsup' && at === 2);
	if (isRaised || (at === 1 && /^msub(?:sup)?$/.test(place))) {
		const name = isRaised ? 'sup' : 'sub';
		return { open: `<${name}>`, close: `</${name}>` };
	}
	if (own === 'msqrt') return { open: '<span>√(', close: ')</span>' };
	return { open: place === 'mfrac' && at === 1 ? '<span>/' : '<span>', close: '</span>' };
}

/** An element's place among those beside it: 0, 1, 2, and 3 for all that come later. */
function placeOf(element: Element): number {
	let place = 0;
	for (let before = previousElement(element); before && place < 3; before = previousElement(before))
		place += 1;
	return place;
}
