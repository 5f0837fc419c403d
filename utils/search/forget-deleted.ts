import { hasIndex } from './has-index.ts';

/**
 * Has what was deleted leave the index, where there is one: a worker that comes to lead compares it with the database
 * of chats. Does nothing where nobody has searched yet.
 */
export async function forgetDeletedWords(): Promise<void> {
	if (!(await hasIndex())) return;
	(await import('./search.ts')).openSearch();
}
