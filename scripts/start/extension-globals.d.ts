import type { browser } from 'wxt/browser';

/** The globals of functions that are sent into the extension's pages and its background. */
declare global {
	/** Every event of Chromium has `dispatch`, though no documentation names it. */
	const chrome: typeof browser & {
		contextMenus: { onClicked: { dispatch(info: object, tab: object | undefined): void } };
	};
	/** Set by `followAnswer`. */
	var tellTerminal: (text: string) => Promise<void>;
}
