import type { MessageNode } from '../../chat/schema.ts';

/** A message as the index has it. */
export interface KnownMessage {
	/** Its number in the index. */
	row: number;
	messageId: string;
	/** The `updatedAt` of the node that it was read by. */
	updatedAt: number;
}

export interface Plan {
	/** The rows that leave the index: of messages that are gone, and of those that were written again. */
	removed: number[];
	/** The ids of the messages that are to be read and added. */
	added: string[];
}

/**
 * What brings the index of one chat up to date. It compares all there is, and relies on no order of times: clocks are
 * set back, and a worker may have died between any two writes.
 */
export function planChat(
	known: readonly KnownMessage[],
	nodes: readonly Pick<MessageNode, 'id' | 'updatedAt'>[],
): Plan {
	const current = new Map(nodes.map(({ id, updatedAt }) => [id, updatedAt]));
	const kept = new Set<string>();
	const removed: number[] = [];
	for (const { row, messageId, updatedAt } of known) {
		if (current.get(messageId) === updatedAt && !kept.has(messageId)) kept.add(messageId);
		else removed.push(row);
	}
	return { removed, added: [...current.keys()].filter((id) => !kept.has(id)) };
}
