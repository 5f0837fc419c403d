import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createBar } from '../utils/bar/page/create-bar.ts';
import { barWorld } from '../utils/bar/page/watch-selection.ts';

/** Is put into a page beside `bar-watch` once the user has selected text there. */
export default defineUnlistedScript(() => {
	barWorld().bar ??= createBar(async (message) => browser.runtime.sendMessage(message));
});
