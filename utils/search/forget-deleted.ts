import { FOLDER } from './protocol.ts';

/**
 * Has what was deleted leave the index, where there is one: a worker that comes to lead compares it with the database
 * of chats. Does nothing where nobody has searched yet.
 */
export async function forgetDeleted(): Promise<void> {
	try {
		const files = await navigator.storage.getDirectory();
		await files.getDirectoryHandle(FOLDER);
	} catch {
		// There is no index, or none that is kept.
		return;
	}
	(await import('./search.ts')).openSearch();
}
