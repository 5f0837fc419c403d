import type { Message, MessageNode } from './schema.ts';

/** A chat's nodes by id, and by the message that they follow. Children stand in the order in which they were made. */
export interface TreeIndex {
	readonly byId: ReadonlyMap<string, MessageNode>;
	readonly childrenOf: ReadonlyMap<string | null, readonly MessageNode[]>;
}

type Aged = Pick<MessageNode, 'id' | 'createdAt'>;

const indexes = new WeakMap<readonly MessageNode[], TreeIndex>();

/** The index of these nodes. It is built once for each array, so an array must not be changed after it was indexed. */
export function treeIndexOf(nodes: readonly MessageNode[]): TreeIndex {
	const known = indexes.get(nodes);
	if (known) return known;
	const index = buildIndex(nodes);
	indexes.set(nodes, index);
	return index;
}

/** Compares by age, the older first. Messages made in the same millisecond have a fixed order, too. */
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

/**
 * A chat's messages as a tree.
 *
 * Rows may be damaged or half deleted, so nothing here trusts the shape: a missing parent ends a path, a cycle is
 * walked once, an unknown id gives nothing. No function throws. All are iterative, since a path can be very long.
 */

/** The nodes from the first question to this leaf; empty when the leaf is unknown. */
export function pathTo(nodes: readonly MessageNode[], leafId: string | null): MessageNode[] {
	const { byId } = treeIndexOf(nodes);
	const path = new Set<MessageNode>();
	let node = leafId === null ? undefined : byId.get(leafId);
	while (node && !path.has(node)) {
		path.add(node);
		node = node.parentId === null ? undefined : byId.get(node.parentId);
	}
	return [...path].reverse();
}

/** The versions of one question or answer, itself included, in the order they were made; empty when unknown. */
export function versionsOf(nodes: readonly MessageNode[], id: string): string[] {
	const index = treeIndexOf(nodes);
	const node = index.byId.get(id);
	return node ? siblingsOf(index, node).map((sibling) => sibling.id) : [];
}

/** One place in the shown path. `versions` are the siblings' ids in the order they were made, this one included. */
export interface PathEntry {
	readonly id: string;
	readonly role: Message['role'];
	readonly versions: readonly string[];
}

function isSameEntry(a: PathEntry, b: PathEntry): boolean {
	const isSame = a.id === b.id && a.role === b.role && a.versions.length === b.versions.length;
	return isSame && a.versions.every((id, at) => id === b.versions[at]);
}

/**
 * The path to this leaf. Entries that are the same as in `before` stay the same objects, and so does the path if all
 * of them are.
 */
export function derivePath(
	nodes: readonly MessageNode[],
	leafId: string | null,
	before: readonly PathEntry[],
): readonly PathEntry[] {
	const path = pathTo(nodes, leafId).map((node, at): PathEntry => {
		const entry = { id: node.id, role: node.role, versions: versionsOf(nodes, node.id) };
		const old = before[at];
		return old && isSameEntry(old, entry) ? old : entry;
	});
	const isUnchanged = path.length === before.length && path.every((entry, at) => entry === before[at]);
	return isUnchanged ? before : path;
}

/** The ids of all messages below this one, each before those that follow it. The message itself is not among them. */
export function descendantsOf(nodes: readonly MessageNode[], id: string): string[] {
	return below(treeIndexOf(nodes), id).map((node) => node.id);
}

/** The last message of the newest path through this one; its own id when nothing follows it, or when it is unknown. */
export function newestLeafUnder(nodes: readonly MessageNode[], id: string): string {
	const index = treeIndexOf(nodes);
	return newestLeafAmong(index, below(index, id)) ?? id;
}

/** The end of the newest path in the whole chat; null when there is no message. */
export function newestLeafOf(nodes: readonly MessageNode[]): string | null {
	const index = treeIndexOf(nodes);
	// In a cycle no node is a leaf.
	return newestLeafAmong(index, nodes) ?? nodes.at(-1)?.id ?? null;
}

function newestLeafAmong({ childrenOf }: TreeIndex, nodes: readonly MessageNode[]): string | null {
	const leaves = nodes.filter((node) => !childrenOf.has(node.id));
	const newest = leaves.reduce<MessageNode | null>((a, b) => (a && byAge(a, b) > 0 ? a : b), null);
	return newest?.id ?? null;
}

/**
 * The leaf to show when a message, and all that follows it, is deleted. If the shown leaf is not deleted, it stays.
 * Else it is the end of the newest path through the version before the deleted message; if that is the first version,
 * through the one after it; if there is no other version, the message that it followed. Null when nothing is left to
 * show. `nodes` are those before the deletion.
 */
export function leafAfterDelete(
	nodes: readonly MessageNode[],
	{ deletedId, leafId }: { deletedId: string; leafId: string | null },
): string | null {
	const index = treeIndexOf(nodes);
	const deleted = index.byId.get(deletedId);
	if (!deleted) return leafId;
	const gone = new Set([deletedId, ...descendantsOf(nodes, deletedId)]);
	if (leafId !== null && !gone.has(leafId)) return leafId;

	const siblings = siblingsOf(index, deleted);
	const place = siblings.indexOf(deleted);
	const neighbour = siblings[place - 1] ?? siblings[place + 1];
	const parent = deleted.parentId === null ? undefined : index.byId.get(deleted.parentId);
	const candidates = [neighbour && newestLeafUnder(nodes, neighbour.id), neighbour?.id, parent?.id];
	return candidates.find((id) => id !== undefined && !gone.has(id)) ?? null;
}

function siblingsOf({ childrenOf }: TreeIndex, { parentId, role }: MessageNode): MessageNode[] {
	return (childrenOf.get(parentId) ?? []).filter((sibling) => sibling.role === role);
}

/** The nodes below this one: depth first, the oldest branch first. */
function below({ byId, childrenOf }: TreeIndex, id: string): MessageNode[] {
	const seen = new Set<MessageNode>();
	const root = byId.get(id);
	if (!root) return [];
	const open: MessageNode[] = [];
	const openChildren = (parentId: string) => {
		for (const child of childrenOf.get(parentId)?.toReversed() ?? []) open.push(child);
	};
	openChildren(id);
	for (let node = open.pop(); node; node = open.pop()) {
		if (node === root || seen.has(node)) continue;
		seen.add(node);
		openChildren(node.id);
	}
	return [...seen];
}
