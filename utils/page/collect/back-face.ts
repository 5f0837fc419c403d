import { parentElement } from './nodes.ts';

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
	try {
		return new DOMMatrix(functions.filter((part) => part !== '').join(' '));
	} catch {
		// Of what has no box, browsers give shares of its size. It is not transformed.
		return new DOMMatrix();
	}
}

/** Whether the back of an element faces the reader, in the space that it shares with the elements around it. */
function isTurnedAway(element: Element): boolean {
	let stand = standOf(getComputedStyle(element));
	for (let around = parentElement(element); around; around = parentElement(around)) {
		const style = getComputedStyle(around);
		if (style.transformStyle !== 'preserve-3d') break;
		stand = standOf(style).multiply(stand);
	}
	return stand.inverse().m33 < 0;
}

/** Whether an element shows its back alone, and hides it. Many that hide their backs never turn: it makes them drawn apart. */
export function hidesItsBack(element: Element, style: CSSStyleDeclaration): boolean {
	return style.backfaceVisibility === 'hidden' && isTurnedAway(element);
}
