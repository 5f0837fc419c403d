import type { MessageNode } from '../chat/message-node.ts';
import { pathTo, versionsOf } from '../chat/tree.ts';
import type { PathEntry } from './chat-session.ts';

function isSame(a: PathEntry, b: PathEntry): boolean {
	return (
		a.id === b.id &&
		a.versions.length === b.versions.length &&
		a.versions.every((id, at) => id === b.versions[at])
	);
}

/** The shown path; entries, and the whole path, that did not change keep their identity. */
export function derivePath(
	nodes: readonly MessageNode[],
	leafId: string | null,
	before: readonly PathEntry[],
): readonly PathEntry[] {
	const path = pathTo(nodes, leafId).map((node, at): PathEntry => {
		const entry = { id: node.id, role: node.role, versions: versionsOf(nodes, node.id) };
		const old = before[at];
		return old && isSame(old, entry) ? old : entry;
	});
	const isUnchanged = path.length === before.length && path.every((entry, at) => entry === before[at]);
	return isUnchanged ? before : path;
}
