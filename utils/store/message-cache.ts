import type { Message, MessageNode } from '../chat/schema.ts';
import type { Store } from './store.ts';

export interface MessageCache {
	/**
	 * The messages of these nodes, by id. One whose `updatedAt` is the same as before is the same object as before.
	 * Ids whose row is gone or beyond repair are left out. Rejects with a StoreError.
	 */
	read(nodes: readonly MessageNode[]): Promise<Map<string, Message>>;
	/** Forgets what is not among these nodes. */
	keep(nodes: readonly MessageNode[]): void;
}

/**
 * Reads only rows that changed. A row may be newer than the node it was asked by, never older: its next node then makes
 * it read once more.
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
				// Another read may have been faster; what it gave out keeps its identity.
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
