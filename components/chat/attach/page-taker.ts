import { type PageStamp, stampOf } from '../../../utils/page/page-change.ts';
import {
	PageError,
	type PageFailure,
	type PagePart,
	readPage,
	type Scope,
} from '../../../utils/page/read-page.ts';
import { type PageTab, pageTab } from '../../../utils/platform/tabs.ts';
import type { ComposerModel } from '../services/composer-model.ts';

/** What is to be taken: a part of the page in a tab, in the place of what was taken of it before. */
interface PageWish {
	scope: Scope;
	/** Left out for the tab that the user looks at. */
	tab?: PageTab;
	replaced?: PagePart;
}

export type TakingState =
	| { type: 'idle' }
	| { type: 'reading' }
	| { type: 'taken'; title: string }
	| { type: 'failed'; code: PageFailure; wish: PageWish };

/** Where a page that is attached was taken from. It is known to the window that took it, as long as it is open. */
interface PageOrigin {
	tab: PageTab;
	scope: Scope;
	stamp: PageStamp | null;
}

export interface PageTaker {
	getState(): TakingState;
	subscribe(listener: () => void): () => void;
	/** Takes a page and attaches it. Never rejects: what fails is in the state. */
	take(wish: PageWish): Promise<void>;
	originOf(page: PagePart): PageOrigin | undefined;
	dismiss(): void;
}

/** A page is known by when it was taken: its text can be edited. */
const keyOf = ({ url, takenAt }: PagePart): string => `${takenAt} ${url}`;

export function createPageTaker(composer: Pick<ComposerModel, 'attach' | 'replace' | 'focus'>): PageTaker {
	let state: TakingState = { type: 'idle' };
	const listeners = new Set<() => void>();
	const origins = new Map<string, PageOrigin>();

	function set(next: TakingState): void {
		state = next;
		for (const listener of listeners) listener();
	}

	function fail(error: unknown, wish: PageWish): void {
		console.info('A page was not attached.', error);
		const code = error instanceof PageError ? error.code : 'gone';
		// A browser's own page is refused in the same words as one without access.
		const isOwn = code === 'denied' && wish.tab?.url !== undefined && !/^https?:/.test(wish.tab.url);
		set({ type: 'failed', code: isOwn ? 'closed' : code, wish });
	}

	return {
		getState: () => state,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		async take(wish) {
			if (state.type === 'reading') return;
			set({ type: 'reading' });
			let known = wish;
			try {
				const tab = wish.tab ?? (await pageTab());
				if (!tab) throw new PageError('gone');
				known = { ...wish, tab };
				const page = await readPage(tab.id, wish.scope);
				const stamp = await stampOf(tab.id);
				origins.set(keyOf(page), { tab: { ...tab, url: page.url }, scope: wish.scope, stamp });
				if (wish.replaced) composer.replace(wish.replaced, page);
				else composer.attach(page);
				set({ type: 'taken', title: page.title });
				composer.focus();
			} catch (error) {
				fail(error, known);
			}
		},
		originOf: (page) => origins.get(keyOf(page)),
		dismiss: () => set({ type: 'idle' }),
	};
}
