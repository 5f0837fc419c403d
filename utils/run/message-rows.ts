import type { MessageNode } from '../chat/message-node.ts';
import type { Message } from '../chat/types.ts';

/** Rows read so far. An unchanged row keeps its identity, whatever is written beside it. */
export interface MessageRows {
	get(): ReadonlyMap<string, Message>;
	/** Of the wanted ids, those not read yet or changed since, as these nodes say. */
	missing(nodes: ReadonlyMap<string, MessageNode>, wanted: Iterable<string>): string[];
	put(nodes: ReadonlyMap<string, MessageNode>, read: ReadonlyMap<string, Message>): void;
	clear(): void;
}

export function createMessageRows(): MessageRows {
	let rows: ReadonlyMap<string, Message> = new Map();
	const stamps = new Map<string, number>();

	return {
		get: () => rows,
		missing: (nodes, wanted) =>
			[...new Set(wanted)].filter((id) => {
				const node = nodes.get(id);
				return node !== undefined && stamps.get(id) !== node.updatedAt;
			}),
		put(nodes, read) {
			for (const id of read.keys()) stamps.set(id, nodes.get(id)?.updatedAt ?? 0);
			rows = new Map([...rows, ...read]);
		},
		clear() {
			stamps.clear();
			rows = new Map();
		},
	};
}
