/** What the scripts of the bar in a page and the background say to each other. */
import type { Action } from '../settings/actions/actions.ts';

export type BarMessage =
	/** The user has selected text. `isLoaded`: whether the script that draws the bar is in that document already. */
	| { type: 'bar-selected'; isLoaded: boolean }
	/** The user has chosen an action for a text; null where the question is to be written by hand. */
	| { type: 'bar-chosen'; actionId: string | null; text: string }
	/** The user wants no bar on this site. */
	| { type: 'bar-hidden' };

/** An action that the bar may offer. */
export type OfferedAction = Pick<Action, 'id' | 'name' | 'places'>;

/** The words of the bar, in the language of the interface. */
export interface BarTexts {
	/** The language of these words. */
	lang: string;
	/** Names the bar for who does not see it. */
	label: string;
	more: string;
	ask: string;
	/** Null where the user cannot hide it: an organization has set where there is a bar. */
	hide: string | null;
}

/** What the bar is made of. */
export interface BarContent {
	actions: OfferedAction[];
	texts: BarTexts;
}

/** The answer to `bar-selected`: null where there is to be no bar. */
export type BarOffer = BarContent | null;

/** Sends a message to the background. Rejects once the extension was updated or removed. */
export type SendToBackground = (message: BarMessage) => Promise<unknown>;
