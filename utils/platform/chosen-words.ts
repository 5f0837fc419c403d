import { browser } from 'wxt/browser';
import { spokenLanguage } from '../settings/spoken-language.ts';

type Messages = Record<string, { message: string } | undefined>;

const inBrowsersLanguage = browser.i18n.getMessage;

let turns = 0;

/**
 * Has the background's texts, those of its menus and of the address bar, be in the language that is chosen, in place of
 * the one that the browser chooses. Never rejects. Pages do the same in `public/appearance.js`.
 */
export async function speakChosenLanguage(): Promise<void> {
	const turn = ++turns;
	const language = await spokenLanguage.getValue().catch(() => 'browser');
	let texts: Messages = {};
	if (language !== 'browser') {
		const path = browser.runtime.getURL(`/_locales/${language}/messages.json` as '/');
		texts = await fetch(path).then(
			(response) => response.json(),
			() => ({}),
		);
	}
	// Another language may have been chosen meanwhile.
	if (turn !== turns) return;
	const getMessage: typeof inBrowsersLanguage = (name, given = []) => {
		const { message } = texts[name] ?? {};
		const all = [given].flat();
		return (
			message?.replace(/\$([1-9])/g, (_, place) => String(all[place - 1] ?? '')) ??
			inBrowsersLanguage(name, given)
		);
	};
	Object.assign(browser.i18n, { getMessage });
}
