import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { hasOrigin } from '../platform/permissions.ts';
import type { Action } from '../settings/actions/actions.ts';
import { isBarOn } from '../settings/bar.ts';
import { readManaged } from '../settings/managed.ts';
import { preferences, savePreferences } from '../settings/preferences.ts';
import type { BarMessage, BarOffer } from './protocol.ts';

/** The frame of a page in which the user has chosen something. */
interface ChosenIn {
	tab: { id?: number | undefined; windowId: number; title?: string | undefined; url?: string | undefined };
	frameId: number;
	pageUrl: string;
}

interface Chosen extends ChosenIn {
	actionId: string | null;
	text: string;
	/** Whether there is to be a bar where this was chosen. Anything else was not chosen by the user. */
	isWanted: Promise<boolean>;
}

export interface ServedBar {
	getOffered: () => Promise<readonly Action[]>;
	/** Called at once, since the click counts as the user's gesture only so long. */
	onChosen: (chosen: Chosen) => void;
}

/**
 * Answers the scripts of the bar, which say only what the user has done. On which site that was, and whether there is to be
 * a bar, is known by the browser and by the settings alone.
 */
export function serveBar({ getOffered, onChosen }: ServedBar): void {
	browser.runtime.onMessage.addListener((message: BarMessage, sender, reply: (offer: BarOffer) => void) => {
		const { id, tab, frameId, url: pageUrl = '' } = sender;
		const isOfBar = id === browser.runtime.id && message.type?.startsWith('bar-');
		if (!isOfBar || !URL.canParse(pageUrl) || tab?.id === undefined || frameId === undefined) return;
		const target = { tabId: tab.id, frameIds: [frameId] };
		const { hostname } = new URL(pageUrl);
		const barHere = async () => {
			const { bar } = await preferences.getValue();
			return isBarOn(bar, hostname) && (await hasOrigin(pageUrl)) ? bar : null;
		};
		if (message.type === 'bar-chosen') {
			const { actionId, text } = message;
			if (typeof text !== 'string' || (actionId !== null && typeof actionId !== 'string')) return;
			const isWanted = barHere().then(Boolean, () => false);
			onChosen({ actionId, text, isWanted, tab, frameId, pageUrl });
			return;
		}

		async function answer(): Promise<BarOffer> {
			const bar = await barHere();
			if (!bar) return null;
			if (message.type === 'bar-hidden') {
				await savePreferences({ bar: { ...bar, hidden: [...bar.hidden, hostname] } });
				return null;
			}
			if (message.type === 'bar-selected' && !message.isLoaded)
				await browser.scripting.executeScript({ target, files: ['/bar.js'] });
			const actions = (await getOffered()).map(({ id, name, places }) => ({ id, name, places }));
			const { preferences: managed } = await readManaged();
			// Read behind the actions, with which the language that is chosen comes.
			const texts = {
				lang: i18n.t('locale'),
				label: i18n.t('bar.label'),
				more: i18n.t('ui.more'),
				ask: i18n.t('menu.ask'),
				hide: 'bar' in managed ? null : i18n.t('bar.hide'),
			};
			return { actions, texts };
		}
		// A page that was left meanwhile has no place for the script.
		answer()
			.catch(() => null)
			.then(reply);
		return true;
	});
}
