/**
 * The browser's own API in place of the polyfill, for the background and the scripts in pages. In the browsers that are
 * supported, every API that these use returns promises by itself, and a worker is loaded as a whole at each start, so the
 * polyfill would only cost time. Pages of the extension use the polyfill.
 */
const native: unknown = ['browser', 'chrome'].map((name) => Reflect.get(globalThis, name)).find(isApi);

/** In a page, an element or a frame of this name can stand in the API's place. */
function isApi(found: { runtime?: { sendMessage?: unknown } } | undefined): boolean {
	try {
		return typeof found?.runtime?.sendMessage === 'function';
	} catch {
		// A frame of another site.
		return false;
	}
}

export default native;
