import type { Store } from '../../../utils/store/store.ts';

/** Loads what a window needs right after its composer takes keys. */
export const loadMarkdown = () => import('../../markdown/markdown.tsx');

let store: Promise<Store> | undefined;

/** The window's one connection to the database of chats. */
export function loadStore(): Promise<Store> {
	store ??= import('../../../utils/store/create-store.ts').then(({ createStore }) => createStore());
	return store;
}
