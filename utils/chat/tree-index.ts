import type { MessageNode } from './message-node.ts';

/** A chat's nodes by id, and by the message they follow: children in the order they were made. */
export interface TreeIndex {
	readonly byId: ReadonlyMap<string, MessageNode>;
	readonly childrenOf: ReadonlyMap<string | null, readonly MessageNode[]>;
}

type Aged = Pick<MessageNode, 'id' | 'createdAt'>;

const indexes = new WeakMap<readonly MessageNode[], TreeIndex>();

/** The index of these nodes, built once for each array: an array that was indexed must not be changed. */
export function treeIndexOf(nodes: readonly MessageNode[]): TreeIndex {
	const known = indexes.get(nodes);
	if (known) return known;
	const index = buildIndex(nodes);
	indexes.set(nodes, index);
	return index;
}

/** Oldest first; messages made in the same millisecond have a fixed order too. */
export function byAge(a: Aged, b: Aged): number {
	if (a.createdAt !== b.createdAt) return a.createdAt - b.createdAt;
	if (a.id === b.id) return 0;
	return a.id < b.id ? -1 : 1;
}

function buildIndex(nodes: readonly MessageNode[]): TreeIndex {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const childrenOf = new Map<string | null, MessageNode[]>();
	for (const node of byId.values()) {
		const siblings = childrenOf.get(node.parentId);
		if (siblings) siblings.push(node);
		else childrenOf.set(node.parentId, [node]);
	}
	for (const children of childrenOf.values()) children.sort(byAge);
	return { byId, childrenOf };
}
