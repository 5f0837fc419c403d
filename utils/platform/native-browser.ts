/**
 * The browser's own API in place of the polyfill, for the background and the scripts in pages. In the browsers that are supported, every API
 * that these use returns promises by itself, and a worker is loaded as a whole at each start, so the
 * polyfill would only cost time. Pages use the polyfill.
 */
const native: unknown = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');

export default native;
