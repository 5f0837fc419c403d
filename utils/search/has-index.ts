import { FOLDER } from './protocol.ts';

/** Whether the browser keeps an index here. It is made when something is searched for the first time. */
export async function hasIndex(): Promise<boolean> {
	try {
		const files = await navigator.storage.getDirectory();
		await files.getDirectoryHandle(FOLDER);
		return true;
	} catch {
		// There is none, or none that is kept.
		return false;
	}
}
