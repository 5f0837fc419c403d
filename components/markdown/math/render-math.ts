import temml from 'temml';
import 'temml/dist/Temml-Local.css';
import { MAX_FORMULA_DEPTH, MAX_FORMULA_LENGTH } from '../read/limits.ts';

/**
 * Draws TeX as MathML into an element that nothing else writes to; false when it cannot be read.
 *
 * Temml makes its nodes one by one, and sets styles as properties, which the page's policy allows. Without `trust` it
 * refuses the commands that could set an address, a class or an attribute. It still gives names to the places that
 * `\ref` leads to, and makes links to them. These names and links are removed before anybody sees the formula.
 */
export function renderMath(host: HTMLElement, tex: string, isDisplay: boolean): boolean {
	if (tex.length > MAX_FORMULA_LENGTH) return false;
	const drawn = document.createElement('span');
	try {
		temml.render(inKnownTerms(tex), drawn, {
			displayMode: isDisplay,
			throwOnError: true,
			trust: false,
			maxExpand: 1000,
		});
	} catch (error) {
		console.warn('Math is shown as its source:', error);
		return false;
	}
	if (isDeeper(drawn, MAX_FORMULA_DEPTH)) return false;
	for (const named of drawn.querySelectorAll('[id]')) named.removeAttribute('id');
	for (const link of drawn.querySelectorAll('a')) link.replaceWith(...link.childNodes);
	host.replaceChildren(...drawn.childNodes);
	return true;
}

/** The formula with names that Temml knows. It knows `align`, but not its older and its wider form. */
export function inKnownTerms(tex: string): string {
	return tex.replace(/\\(begin|end)\{(?:eqnarray|flalign)(\*?)\}/g, '\\$1{align$2}');
}

function isDeeper(element: Element, depth: number): boolean {
	return [...element.children].some((child) => depth === 0 || isDeeper(child, depth - 1));
}
