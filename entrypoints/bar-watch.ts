import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { watchSelection } from '../utils/bar/page/watch-selection.ts';

/** Stands in the pages of the sites on which the user wants a bar beside a selection, and waits there for a selection. */
export default defineUnlistedScript(() => {
	watchSelection(
		async (message) => browser.runtime.sendMessage(message),
		() => browser.runtime?.id !== undefined,
	);
});
