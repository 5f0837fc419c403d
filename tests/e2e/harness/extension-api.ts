import type { browser } from 'wxt/browser';

/** The extension API, as functions see it that tests send into extension pages and workers. */
export type ExtensionApi = typeof browser;
