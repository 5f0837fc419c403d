import type { browser } from 'wxt/browser';

/** The extension API, for functions that tests send into extension pages and workers. */
export type ExtensionApi = typeof browser;
