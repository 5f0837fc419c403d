import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { i18n } from '#i18n';
import { createBar } from '../utils/bar/page/create-bar.ts';
import { barWorld } from '../utils/bar/page/watch-selection.ts';

/** Is put into a page beside `bar-watch` once the user has selected text there. */
export default defineUnlistedScript(() => {
	barWorld().lockchatBar ??= createBar({
		send: async (message) => browser.runtime.sendMessage(message),
		texts: {
			lang: i18n.t('locale'),
			label: i18n.t('bar.label'),
			more: i18n.t('ui.more'),
			ask: i18n.t('menu.ask'),
			hide: i18n.t('bar.hide'),
		},
	});
});
