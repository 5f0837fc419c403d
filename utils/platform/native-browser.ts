/**
 * The browser's own API, in place of the polyfill, for the background: every API that it uses returns promises by
 * itself in the browsers that are supported, and a worker is loaded whole at each start. Pages use the polyfill.
 */
const native: unknown = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');

export default native;
