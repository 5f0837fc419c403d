/**
 * Pictures that are in no database: those of drafts, of temporary chats, and those that the database refused. They stand
 * in `storage.session`, which no browser writes to the disk, until the browser closes or their question is saved.
 */
import { storage } from 'wxt/utils/storage';

const keyOf = (id: string) => `session:blob:${id}` as const;

/** Rejects where there is no room: the storage has ten megabytes. `url` is a `data:` address. */
export function holdBlob(id: string, url: string): Promise<void> {
	return storage.setItem(keyOf(id), url);
}

/** What the store asks for the pictures that it does not have itself; neither ever rejects. */
export const heldBlobs = {
	async read(ids: readonly string[]): Promise<{ id: string; url: string }[]> {
		if (ids.length === 0) return [];
		const items = await storage.getItems(ids.map(keyOf)).catch(() => []);
		return items.flatMap(({ key, value }) =>
			typeof value === 'string' ? [{ id: key.slice(keyOf('').length), url: value }] : [],
		);
	},
	async remove(ids: readonly string[]): Promise<void> {
		if (ids.length > 0) await storage.removeItems(ids.map(keyOf)).catch(() => undefined);
	},
};
