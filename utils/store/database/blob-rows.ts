import type { StoreContext } from './context.ts';
import type { Reading, Writing } from './transactions.ts';

/** The pictures by their ids, as `data:` addresses; those that are nowhere are left out. */
export async function readBlobs(
	{ connection, held }: StoreContext,
	ids: readonly string[],
): Promise<Map<string, string>> {
	if (ids.length === 0) return new Map();
	const found = new Map<string, string>();
	// Where the database does not answer, it counts as having none of them: the pictures of drafts and temporary
	// chats are held elsewhere, and are found all the same.
	const stored = {
		read: async (missing: readonly string[]) => {
			const read = (reading: Reading) => Promise.all(missing.map((id) => reading.table('blobs').get(id)));
			const rows = await connection.read(['blobs'], read).catch(() => []);
			return rows.flatMap((row) => row ?? []);
		},
	};
	// The database is asked twice. Between the first two looks, a picture can move into it from where it was held.
	for (const place of [stored, held, stored]) {
		const missing = ids.filter((id) => !found.has(id));
		if (missing.length > 0) for (const { id, url } of await place.read(missing)) found.set(id, url);
	}
	return found;
}

/** Deletes the pictures that no message has any more: a fork has those of the chat that it came from. */
export async function dropUnusedBlobs(writing: Writing): Promise<void> {
	const messages = writing.index('messages', 'blobIds');
	for (const id of await writing.table('blobs').getAllKeys()) {
		if ((await messages.count(id)) === 0) await writing.delete('blobs', id);
	}
}
