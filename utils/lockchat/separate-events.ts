const BOUNDARY = /\}(?:\r\n|\n|\r)(?=data: ?[{[])/g;
const OBJECT_END = /\}[\r\n]{1,2}$/;
const OBJECT_START = /^data: ?[{[]/;

/**
 * Puts back the blank line between events where a server has left it out, so that they need not wait for the end
 * of the body: a line that ends in `}` before one that begins with `{` or `[`. Never inside of one JSON that is
 * spread over lines, as there a comma would stand between the two.
 *
 * Sees a boundary only where the pieces of text are not cut in the middle of it: the rest is left to
 * `parseEventData`.
 */
export function createEventSeparator(): (text: string) => string {
	let hasObjectEnded = false;

	return (text) => {
		const missing = hasObjectEnded && OBJECT_START.test(text) ? '\n\n' : '';
		hasObjectEnded = OBJECT_END.test(text.slice(-3));
		return missing + text.replace(BOUNDARY, '}\n\n');
	};
}
