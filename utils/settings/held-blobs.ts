/**
 * Pictures that are in no database: those of drafts, of temporary chats, and those that the database refused. They stand
 * in `storage.session`, which no browser writes to the disk, until the browser closes or their question is saved.
 */
import { getItem, removeItem, setItem } from './browser-storage.ts';

const keyOf = (id: string) => `session:blob:${id}` as const;

/** Rejects where there is no room: the storage has ten megabytes. `url` is a `data:` address. */
export function holdBlob(id: string, url: string): Promise<void> {
	return setItem(keyOf(id), url);
}

/** What the store asks for the pictures that it does not have itself; neither ever rejects. */
export const heldBlobs = {
	async read(ids: readonly string[]): Promise<{ id: string; url: string }[]> {
		const urls = await Promise.all(ids.map((id) => getItem(keyOf(id)).catch(() => null)));
		return ids.flatMap((id, place) => {
			const url = urls[place];
			return typeof url === 'string' ? [{ id, url }] : [];
		});
	},
	async remove(ids: readonly string[]): Promise<void> {
		await Promise.all(ids.map((id) => removeItem(keyOf(id)).catch(() => undefined)));
	},
};
