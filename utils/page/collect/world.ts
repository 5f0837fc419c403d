/**
 * What our scripts leave for each other in a document. It stands in the world that extensions have there, where the page's
 * scripts do not reach. Its name is a symbol, since a page's elements and frames are found by their names as properties of
 * the window, for extensions too (`<b id="marks">`). Functions that are put into a page alone name the same symbols.
 *
 * @param name by `Symbol.for`: each script is built for itself, and shares no value with the others
 * @param make called where nothing has been left yet
 */
export function ofWorld<T>(name: symbol, make: () => T): T {
	const world: Record<symbol, T> = Object(globalThis);
	world[name] ??= make();
	return world[name];
}
