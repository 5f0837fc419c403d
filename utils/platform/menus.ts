import { browser } from 'wxt/browser';
import { i18n } from '#i18n';

/** The items below "Ask Lockchat about “…”", in the order of the menu. */
export type SelectionAction = 'explain' | 'summarize' | 'translate' | 'ask';

const PARENT_ID = 'lockchat';

/** The item of a page's own menu, and the name of the key that does the same (see wxt.config.ts). */
export const ATTACH_PAGE = 'attach-page';
/** The names of two more keys. */
export const OPEN_PANEL = 'open-panel';
export const ASK_SELECTION = 'ask-selection';

const titles: Record<SelectionAction, () => string> = {
	explain: () => i18n.t('menu.explain'),
	summarize: () => i18n.t('menu.summarize'),
	translate: () => i18n.t('menu.translate'),
	ask: () => i18n.t('menu.ask'),
};

const instructions: Record<SelectionAction, () => string | null> = {
	explain: () => i18n.t('menu.explainInstruction'),
	summarize: () => i18n.t('menu.summarizeInstruction'),
	translate: () => i18n.t('menu.translateInstruction'),
	ask: () => null,
};

function isSelectionAction(id: unknown): id is SelectionAction {
	return typeof id === 'string' && id in titles;
}

/** What a click on the menu asks for, or null if it was on another item. */
export function actionOf(menuItemId: unknown): SelectionAction | null {
	return isSelectionAction(menuItemId) ? menuItemId : null;
}

/** The question that a menu item asks at once; null for the item whose question the user writes. */
export function instructionOf(action: SelectionAction): string | null {
	return instructions[action]();
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

/**
 * Makes the menu. Browsers keep it across restarts, so call this when the extension is installed or updated.
 *
 * The items are added one after the other. When several were added at once in Chromium 156, the worker of a fresh
 * installation never stopped (in 9 of 12 installations); one by one, that never happened.
 */
export async function createMenus(): Promise<void> {
	await browser.contextMenus.removeAll();
	// Browsers put the selected text in the place of “%s”.
	await createItem({ id: PARENT_ID, title: i18n.t('menu.title', ['%s']) });
	for (const [id, title] of Object.entries(titles)) {
		await createItem({ id, parentId: PARENT_ID, title: title() });
	}
	await createItem({ id: ATTACH_PAGE, title: i18n.t('menu.attachPage'), contexts: ['page', 'action'] });
}
