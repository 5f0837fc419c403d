/** Stands for a `transform`, as styles tell it of what has a box. What has none is not transformed: it gets the identity. */
export function matrixOf(transform: string): DOMMatrix {
	try {
		return new DOMMatrix(transform === 'none' ? '' : transform);
	} catch {
		// Of what has no box, browsers may give shares of its size.
		return new DOMMatrix();
	}
}
