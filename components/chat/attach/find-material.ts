import type { Quote } from '../../../utils/chat/schema.ts';
import { type PagePart, readPage } from '../../../utils/page/read-page.ts';
import { pageOf, readSelectionOf } from '../../../utils/page/selection.ts';
import { readClipboard } from '../../../utils/platform/clipboard.ts';
import { pageTab } from '../../../utils/platform/tabs.ts';
import { userLanguage } from '../../../utils/platform/texts.ts';
import type { Material } from '../../../utils/settings/actions/action-question.ts';
import { variablesOf } from '../../../utils/settings/actions/action-text.ts';

/** What an action was used on that was chosen outside of the window: in the menu of a page, or in the address bar. */
export interface UsedOn {
	/** Left out where the browser tells of no click. */
	on?: Quote | null;
	page?: { tabId?: number | undefined; title?: string | undefined; address?: string | undefined };
	input?: string;
}

export interface FoundMaterial {
	material: Material;
	/** The tab whose page is wanted and could not be read. */
	unreadTabId: number | null;
}

/**
 * Finds what an action's text names: only that is read. What the browser does not give is null, and nothing is asked of
 * the user here.
 *
 * @param used null where the action was chosen in the window itself: then the tab beside it is looked at.
 */
export async function findMaterial(text: string, used: UsedOn | null): Promise<FoundMaterial> {
	const names = variablesOf(text);
	const isAbout = (...some: string[]) => some.some((name) => names.includes(name));
	const input = used?.input ?? null;
	const isSought = used?.on === undefined && input === null && isAbout('selection');
	const looksBeside = !used?.page && (isSought || isAbout('page', 'title', 'url'));
	const beside = looksBeside ? await pageTab() : null;
	const { tabId, title, address: url } = used?.page ?? pageOf(beside);
	const selection = isSought ? await readSelectionOf({ id: tabId, title, url }) : (used?.on ?? null);

	// An action about the selection that was used on the page itself, where nothing is selected, gets the whole page
	// instead.
	const isOnPage = used !== null && selection === null && input === null && isAbout('selection');
	const wantsPage = tabId !== undefined && (isAbout('page') || isOnPage);
	const page = wantsPage ? await readOrNull(tabId) : null;
	return {
		material: {
			selection: selection ?? (isOnPage ? page : null),
			page: isAbout('page') ? page : null,
			title: page?.title ?? title ?? selection?.title ?? null,
			url: page?.url ?? url ?? selection?.url ?? null,
			clipboard: isAbout('clipboard') ? await readClipboard() : null,
			language: userLanguage(),
			input,
		},
		unreadTabId: wantsPage && page === null ? tabId : null,
	};
}

async function readOrNull(tabId: number): Promise<PagePart | null> {
	try {
		return await readPage(tabId, 'page');
	} catch (error) {
		console.info('An action goes without the page; the reason is told beside the composer.', error);
		return null;
	}
}
