import type { Message, MessageNode } from '../chat/schema.ts';
import type { Store } from './store.ts';

export interface MessageCache {
	/**
	 * The messages of these nodes, by id. A message whose `updatedAt` is the same as before is the same object as
	 * before. Ids whose row is gone or beyond repair are left out. Rejects with a StoreError.
	 */
	read(nodes: readonly MessageNode[]): Promise<Map<string, Message>>;
	/** Forgets every message that is not among these nodes. */
	keep(nodes: readonly MessageNode[]): void;
}

/**
 * Reads only rows that have changed. A row can be newer than the node by which it is asked for, but never older. If it
 * is newer, the next node makes it be read once more.
 */
export function createMessageCache({ getMessages }: Pick<Store, 'getMessages'>): MessageCache {
	const entries = new Map<string, { updatedAt: number; message: Message }>();

	function isFresh({ id, updatedAt }: MessageNode): boolean {
		return entries.get(id)?.updatedAt === updatedAt;
	}

	return {
		async read(nodes) {
			const stale = nodes.filter((node) => !isFresh(node));
			const rows =
				stale.length > 0 ? await getMessages(stale.map((node) => node.id)) : new Map<string, Message>();
			for (const node of stale) {
				const message = rows.get(node.id);
				// A read that began later may have ended first. The objects that it gave out stay in use.
				if (isFresh(node)) continue;
				if (message) entries.set(node.id, { updatedAt: node.updatedAt, message });
				else entries.delete(node.id);
			}
			const found = nodes.flatMap(({ id }) => {
				const entry = entries.get(id);
				return entry ? [[id, entry.message] as const] : [];
			});
			return new Map(found);
		},
		keep(nodes) {
			const ids = new Set(nodes.map((node) => node.id));
			for (const id of entries.keys()) if (!ids.has(id)) entries.delete(id);
		},
	};
}
