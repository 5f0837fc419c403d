import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { type Action, PLACES } from '../settings/actions/actions.ts';

const PARENT_ID = 'lockchat';
/** The last item below the parent: the user writes the question. */
export const ASK = 'ask';

/** The item of a page's own menu, and the name of the key that does the same (see wxt.config.ts). */
export const ATTACH_PAGE = 'attach-page';
/** The item of a link's menu. */
export const ATTACH_LINK = 'attach-link';
/** The names of two more keys. */
export const OPEN_PANEL = 'open-panel';
export const ASK_SELECTION = 'ask-selection';

/** Begins the id of an action's item that stands elsewhere than in the menu on a selection. */
const ELSEWHERE = '+';

/** The action that was chosen in a menu; null where that was another item. */
export function actionIdOf(menuItemId: unknown): string | null {
	if (typeof menuItemId !== 'string' || [PARENT_ID, ASK, ATTACH_PAGE, ATTACH_LINK].includes(menuItemId))
		return null;
	return menuItemId.startsWith(ELSEWHERE) ? menuItemId.slice(ELSEWHERE.length) : menuItemId;
}

type MenuItem = Parameters<typeof browser.contextMenus.create>[0];

/** Resolves when the browser has added the item. */
function createItem(item: MenuItem): Promise<void> {
	return new Promise((resolve, reject) => {
		browser.contextMenus.create({ contexts: ['selection'], ...item }, () => {
			const { lastError } = browser.runtime;
			if (lastError) reject(new Error(lastError.message));
			else resolve();
		});
	});
}

/** Browsers take one “&” for the mark of a key. */
const titleOf = ({ name }: Action): string => name.replaceAll('&', '&&');

/**
 * Makes the menus. Browsers keep them across restarts, so call this when the extension is installed or updated, and when
 * the actions have changed. Does nothing in Firefox for Android, which has no such menus.
 *
 * The items are added one after the other. When several were added at once in Chromium 156, the worker of a fresh
 * installation never stopped (in 9 of 12 installations); one by one, that never happened.
 */
async function makeMenus(offered: readonly Action[]): Promise<void> {
	const { contextMenus }: Partial<typeof browser> = browser;
	if (!contextMenus) return;
	await contextMenus.removeAll();
	// Browsers put the selected text in the place of “%s”.
	await createItem({ id: PARENT_ID, title: i18n.t('menu.title', ['%s']) });
	for (const action of offered) {
		if (action.places.includes('selection'))
			await createItem({ id: action.id, parentId: PARENT_ID, title: titleOf(action) });
	}
	await createItem({ id: ASK, parentId: PARENT_ID, title: i18n.t('menu.ask') });
	await createItem({ id: ATTACH_PAGE, title: i18n.t('menu.attachPage'), contexts: ['page', 'action'] });
	await createItem({ id: ATTACH_LINK, title: i18n.t('menu.attachLink'), contexts: ['link'] });
	for (const action of offered) {
		const [first, ...more] = PLACES.filter((place) => place !== 'selection' && action.places.includes(place));
		if (first)
			await createItem({ id: ELSEWHERE + action.id, title: titleOf(action), contexts: [first, ...more] });
	}
}

let making: Promise<void> = Promise.resolve();

/** Makes the menus of the actions that are there when it is their turn: one making waits for the other. */
export function createMenus(getOffered: () => Promise<readonly Action[]>): Promise<void> {
	const made = making.catch(() => undefined).then(async () => makeMenus(await getOffered()));
	making = made;
	return made;
}
