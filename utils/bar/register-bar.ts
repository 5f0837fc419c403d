import { browser } from 'wxt/browser';
import { type BarSetting, barPatterns, fitsPattern, patternsOf } from '../settings/bar.ts';
import { exclusively } from '../settings/settings-item.ts';

/**
 * Has the browser put the script that waits for a selection into the pages of the sites of the setting, and into no other.
 * It puts it only where the user has allowed access: what is taken away or given in the browser's own settings needs
 * nothing of ours. An update of the extension removes what was registered.
 */
export function registerBar(bar: BarSetting): Promise<void> {
	return exclusively('bar', async () => {
		const { scripting } = browser;
		// Of all, since browsers refuse to remove one that is not there.
		await scripting.unregisterContentScripts();
		const matches = barPatterns(bar);
		if (matches.length === 0) return;
		// The background knows of those that no pattern can name.
		const excludeMatches = bar.hidden.filter(fitsPattern).flatMap(patternsOf);
		await scripting.registerContentScripts([
			{ id: 'bar', js: ['bar-watch.js'], matches, excludeMatches, allFrames: true, runAt: 'document_idle' },
		]);
	});
}
