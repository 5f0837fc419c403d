import { matrixOf } from './matrix.ts';
import { elementAround } from './shadow.ts';

/** How an element is turned by the property `rotate`, as a function of `transform`. Computed, it is `45deg` or `y 180deg`. */
function turned(rotate: string): string {
	const [, axis, angle = rotate] = /^(.+) (\S+)$/.exec(rotate) ?? [];
	const axes: Readonly<Record<string, string>> = { x: '1,0,0', y: '0,1,0', z: '0,0,1' };
	const around = axis === undefined ? '0,0,1' : (axes[axis] ?? axis.split(' ').join(','));
	return `rotate3d(${around},${angle})`;
}

/** Where an element stands in space, by itself. */
function standOf({ rotate, scale, transform }: CSSStyleDeclaration): DOMMatrix {
	const functions = [
		rotate && rotate !== 'none' ? turned(rotate) : '',
		scale && scale !== 'none' ? `scale3d(${scale.split(' ').concat('1', '1').slice(0, 3).join(',')})` : '',
		transform === 'none' ? '' : transform,
	];
	return matrixOf(functions.filter((part) => part !== '').join(' '));
}

/**
 * Whether an element keeps what stands in it in one space with itself.
 *
 * @see https://drafts.csswg.org/css-transforms-2/#grouping-property-values
 */
function keepsSpace(style: CSSStyleDeclaration): boolean {
	const { overflow, filter, clipPath, maskImage, mixBlendMode, isolation } = style;
	return (
		style.transformStyle === 'preserve-3d' &&
		/^(?:visible|clip| )*$/.test(overflow) &&
		Number(style.opacity || 1) === 1 &&
		[filter, clipPath, maskImage, mixBlendMode, isolation].every(
			(value) => !value || /^(?:none|normal|auto)$/.test(value),
		)
	);
}

/** Nobody builds a space of more elements in one another. */
const MOST_LEVELS = 50;

/** Whether the back of an element faces the reader, in the space that it shares with the elements around it. */
function isTurnedAway(element: Element, style: CSSStyleDeclaration): boolean {
	let stand = standOf(style);
	let levels = 0;
	for (let around = elementAround(element); around; around = elementAround(around)) {
		levels += 1;
		if (levels > MOST_LEVELS) return false;
		const outer = getComputedStyle(around);
		// Such as a slot, which has no box.
		if (outer.display === 'contents') continue;
		if (!keepsSpace(outer)) break;
		stand = standOf(outer).multiply(stand);
	}
	return stand.inverse().m33 < 0;
}

/**
 * Whether an element that has a box shows its back alone, and hides it. Many that hide their backs never turn: it makes
 * browsers draw them apart.
 */
export function hidesItsBack(element: Element, style: CSSStyleDeclaration): boolean {
	return style.backfaceVisibility === 'hidden' && isTurnedAway(element, style);
}
