import type { browser } from 'wxt/browser';

/** What functions see that are sent into the extension's pages and its background. */
declare global {
	/** `dispatch` stands on every event of Chromium's, and in no documentation. */
	const chrome: typeof browser & {
		contextMenus: { onClicked: { dispatch(info: object, tab: object | undefined): void } };
	};
	/** Set by `followAnswer`. */
	var tellTerminal: (text: string) => Promise<void>;
}
