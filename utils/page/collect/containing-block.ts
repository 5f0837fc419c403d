/** Whether a value of a property that is `none` of itself says something. Some documents of tests know not all properties. */
export const isSet = (value: string | undefined): boolean =>
	value !== undefined && value !== '' && value !== 'none';

/** Whether an element that is drawn so has a box of its own, which can cut, move and hold what stands in it. */
export const hasBox = (display: string): boolean => display !== 'inline' && display !== 'contents';

/**
 * Whether an element holds what is positioned absolutely in it: its place is told from there, and it is cut off there.
 *
 * @see https://drafts.csswg.org/css-position/#absolute-positioning-containing-block
 */
export function holdsPositioned(style: CSSStyleDeclaration): boolean {
	return style.position !== 'static' || holdsFixed(style);
}

/** Whether an element holds also what is positioned as `fixed` in it, which else stays in the window. */
export function holdsFixed(style: CSSStyleDeclaration): boolean {
	if (!hasBox(style.display)) return false;
	if (style.transformStyle === 'preserve-3d' || style.contentVisibility === 'auto') return true;
	const { transform, translate, rotate, scale, perspective, filter, backdropFilter } = style;
	return (
		[transform, translate, rotate, scale, perspective, filter, backdropFilter].some(isSet) ||
		/paint|layout|strict|content/.test(style.contain) ||
		/transform|translate|rotate|scale|perspective|filter/.test(style.willChange)
	);
}
