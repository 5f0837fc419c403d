import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { Action } from '../settings/actions/actions.ts';
import { mayBecome, readTyped } from '../settings/actions/typed-action.ts';

const MOST_SUGGESTIONS = 8;

interface Suggestion {
	/** What is entered when it is chosen. */
	content: string;
	description: string;
}

/** The actions whose name may still become what is typed. None where one is there whole: that is what Enter does. */
export function suggestActions(text: string, offered: readonly Action[]): Suggestion[] {
	if (readTyped(text, offered).action) return [];
	const found = offered.filter((action) => mayBecome(text, action));
	return found.slice(0, MOST_SUGGESTIONS).map(({ name }) => ({ content: `/${name}`, description: name }));
}

/** Chromium reads a description as XML; Firefox shows it as it is. */
const asDescription = (text: string): string =>
	import.meta.env.FIREFOX ? text : text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * Answers in the address bar, behind the keyword. Call it at the background's start.
 *
 * @param onEntered called at once, since the key counts as the user's gesture only so long; `windowId` is that of the
 * browser window, where it is known.
 */
export function serveOmnibox(
	getOffered: () => Promise<readonly Action[]>,
	onEntered: (text: string, windowId: number | undefined) => void,
): void {
	let windowId: number | undefined;
	// Firefox for Android has neither.
	const { omnibox, windows }: Partial<typeof browser> = browser;
	if (!omnibox) return;
	omnibox.onInputStarted.addListener(() => {
		// The actions are read in the language that is chosen, and so the texts are there with them.
		void getOffered().then(() =>
			omnibox.setDefaultSuggestion({ description: asDescription(i18n.t('menu.omnibox')) }),
		);
		void windows?.getLastFocused().then(({ id }) => {
			windowId = id;
		});
	});
	omnibox.onInputChanged.addListener((text, suggest) => {
		void getOffered().then((offered) => {
			const { action, input } = readTyped(text, offered);
			const what = action?.name ?? i18n.t('menu.omnibox');
			// Firefox shows what is typed by itself, and a description only with the next key: it would lack a letter.
			const isWhole = import.meta.env.FIREFOX || input === '';
			omnibox.setDefaultSuggestion({ description: asDescription(isWhole ? what : `${what}: ${input}`) });
			const suggestions = suggestActions(text, offered);
			suggest(suggestions.map((one) => ({ ...one, description: asDescription(one.description) })));
		});
	});
	omnibox.onInputEntered.addListener((text) => onEntered(text, windowId));
}
