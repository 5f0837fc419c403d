/** How much a JSON value holds: the UTF-16 code units of its texts and names, and the number of values it is made of. */
export interface JsonSize {
	units: number;
	values: number;
}

const ANY_SIZE: JsonSize = { units: Number.POSITIVE_INFINITY, values: Number.POSITIVE_INFINITY };

/**
 * Counts what a plain JSON value holds, without writing it out. The count stops soon after either number has passed
 * `limit`. Values may be nested more deeply than functions can call each other, so this is a loop.
 */
export function sizeOf(value: unknown, limit = ANY_SIZE): JsonSize {
	const size: JsonSize = { units: 0, values: 0 };
	const left = [value];
	while (left.length > 0 && size.units <= limit.units && size.values + left.length <= limit.values + 1) {
		const item = left.pop();
		size.values += 1;
		if (typeof item === 'string') size.units += item.length;
		else if (Array.isArray(item)) {
			if (item.length > limit.values) return { ...size, values: size.values + item.length };
			for (const inner of item) left.push(inner);
		} else if (typeof item === 'object' && item !== null) {
			for (const [name, inner] of Object.entries(item)) {
				size.units += name.length;
				left.push(inner);
			}
		}
	}
	return { ...size, values: size.values + left.length };
}
