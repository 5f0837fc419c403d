import temml from 'temml';
import 'temml/dist/Temml-Local.css';

/**
 * Draws TeX as MathML into an element that nothing else writes to; false when it cannot be read.
 *
 * Temml makes its nodes one by one, sets styles as properties (which the page's policy allows), and without
 * `trust` refuses the commands that could set an address, a class or an attribute.
 */
export function renderMath(host: HTMLElement, tex: string, isDisplay: boolean): boolean {
	try {
		temml.render(tex, host, { displayMode: isDisplay, throwOnError: true, trust: false, maxExpand: 1000 });
		return true;
	} catch (error) {
		console.warn('Math is shown as its source:', error);
		host.replaceChildren();
		return false;
	}
}
