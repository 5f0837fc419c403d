import { heldBlobs } from '../../../utils/settings/held-blobs.ts';
import type { Store } from '../../../utils/store/store.ts';

/** Loads what a window needs right after its composer takes keys. */
export const loadMarkdown = () => import('../../markdown/markdown.tsx');

/** After an update the texts of a chosen language are those of the version before, until they are read anew. */
export async function renewWords(): Promise<void> {
	if (localStorage.getItem('words') === null) return;
	const { followLanguage } = await import('../../../utils/settings/interface-language.ts');
	await followLanguage();
}

/** To be called when chats or messages were deleted: their words must not stay in the index of the search. */
export const forgetDeleted = () =>
	import('../../../utils/search/forget-deleted.ts').then((search) => search.forgetDeletedWords());

let store: Promise<Store> | undefined;

/** The window's one connection to the database of chats. */
export function loadStore(): Promise<Store> {
	store ??= import('../../../utils/store/create-store.ts').then(({ createStore }) =>
		createStore({ held: heldBlobs }),
	);
	return store;
}
