import { mergeMeta } from './merge-meta.ts';
import { type ChatSources, type MergedChat, NOTHING_MERGED } from './merged-chat.ts';
import { isRunning } from './reduce.ts';
import type { Chat, Message, MessageNode } from './schema.ts';
import { derivePath, newestLeafOf, type PathEntry, treeIndexOf } from './tree.ts';
/**
 * What a window shows, from all who know something of the chat. The one place that decides between them:
 *
 * | A message: the first of these that has it | because |
 * | --- | --- |
 * | 1. a run, running or ended | it is told as it happens; the row is written later |
 * | 2. what the database refused | the row, if there is one, could not be written again |
 * | 3. a row of a final message | it stands for good |
 * | 4. an answer as it was last seen | its run is over, and the row does not say how yet |
 * | 5. a row of a running answer | shown as running until a snapshot that came after it was first seen names no run of it; from then on as interrupted |
 * | 6. what was asked in this window | it is not saved yet |
 * | 7. an answer that is being prepared, and not stored | nothing of it has come, so it hides nothing |
 *
 * | The chat and its leaf | |
 * | --- | --- |
 * | something asked here is not read back yet | as this window shows it; the database does not know the question |
 * | the stored chat was read anew | as it is stored; its leaf only if that has moved since it was last followed |
 * | it was read as the user had it before the last change made here | as it is stored; but its leaf and target as this window shows them, because the last change is on its way |
 * | else | as this window shows it, with what the user changed here |
 * | it is not stored | as this window made it, with what another window changed since; else what the database refused of it, with its own leaf if that was refused too, else with its latest message |
 * | the leaf has no node (not read yet, or deleted) | the last message of the path before that is still there; else the newest path |
 *
 * The tree has the stored nodes and the messages of rows 2, 6 and 7 that are not stored. What did not change keeps
 * its identity: entries, the path, messages and their map, nodes.
 *
 * @param before the merge before this one, of the same chat
 */
export function mergeChat<Run extends { readonly message: Message }>(
	sources: ChatSources<Run>,
	before: MergedChat = NOTHING_MERGED,
): MergedChat {
	const { stored, heard } = sources;
	const asked = stillAsked(sources, before);
	const unclaimed = findUnclaimed(sources, before);
	const messages = mergeMessages(sources, { asked, unclaimed }, before.messages);
	const nodes = mergeNodes(sources, asked, before.nodes);
	const { chat, followed, unread, remembered } = mergeMeta(sources, asked, before);
	const path = derivePath(nodes, leafOf(nodes, chat, before.path), before.path);
	const last = path.at(-1);
	const shown = last && messages.get(last.id);

	const hasSpoken = heard.unsaved !== undefined;
	const hasRuns = heard.runs.size > 0 || heard.preparing.size > 0;
	// What was refused may have been saved a moment ago, and is read from the database only a moment later.
	const isUnknown = asked.size === 0 && heard.unsaved === null && before.remembered === null && !hasRuns;
	const isUndecided = stored.chat === undefined && !stored.isRefused;
	return {
		chat,
		path,
		messages,
		nodes,
		runningAnswerId: shown && isRunning(shown) ? shown.id : null,
		isLoading: asked.size === 0 && (isUndecided || (chat === null && !(stored.isRefused && hasSpoken))),
		isGone: heard.isDeleted || (stored.chat === null && (before.followed !== null || isUnknown)),
		asked,
		unclaimed,
		followed,
		unread,
		remembered,
		storedNodes: stored.nodes,
	};
}

type Sources = ChatSources<{ readonly message: Message }>;

/** What was asked here and has neither been read back, together with its chat, nor been deleted since. */
function stillAsked({ stored, asked }: Sources, { storedNodes }: MergedChat): ReadonlyMap<string, Message> {
	const isDone = (id: string): boolean =>
		(Boolean(stored.chat) && stored.rows.has(id)) || (storedNodes.has(id) && !stored.nodes.has(id));
	const waiting = [...asked].filter(([id]) => !isDone(id));
	return waiting.length === asked.size ? asked : new Map(waiting);
}

function findUnclaimed({ stored, heard }: Sources, before: MergedChat): ReadonlyMap<string, number> {
	const { runs, preparing, lastSeen, unsaved, snapshotCount } = heard;
	const refusedIds = new Set(unsaved?.messages.map(({ id }) => id));
	const isKnown = (id: string): boolean =>
		runs.has(id) || preparing.has(id) || lastSeen.has(id) || refusedIds.has(id);
	const found = [...stored.rows.values()].filter((row) => isRunning(row) && !isKnown(row.id));
	if (found.length === 0 && before.unclaimed.size === 0) return before.unclaimed;
	return new Map(found.map(({ id }) => [id, before.unclaimed.get(id) ?? snapshotCount]));
}

const interruptedRows = new WeakMap<Message, Message>();

function asInterrupted(row: Message): Message {
	const shown = interruptedRows.get(row) ?? { ...row, status: 'interrupted' };
	interruptedRows.set(row, shown);
	return shown;
}

/** Takes the messages from the last row of the first table up to its first row: what is set later wins. */
function mergeMessages(
	{ stored, heard }: Sources,
	{ asked, unclaimed }: Pick<MergedChat, 'asked' | 'unclaimed'>,
	before: ReadonlyMap<string, Message>,
): ReadonlyMap<string, Message> {
	const { runs, preparing, lastSeen, unsaved, snapshotCount } = heard;
	// A stored answer that is not read yet may have a text, so it is waited for and not drawn as empty.
	const blank = [...preparing].filter(([id]) => !stored.nodes.has(id));
	const merged = new Map([...blank, ...asked]);
	const isOrphaned = (id: string): boolean => snapshotCount > (unclaimed.get(id) ?? snapshotCount);
	for (const [id, row] of stored.rows) merged.set(id, isOrphaned(id) ? asInterrupted(row) : row);
	for (const [id, message] of lastSeen) {
		const row = stored.rows.get(id);
		if (!row || isRunning(row)) merged.set(id, message);
	}
	for (const message of unsaved?.messages ?? []) merged.set(message.id, message);
	for (const [id, { message }] of runs) merged.set(id, message);
	const isSame =
		merged.size === before.size && [...merged].every(([id, message]) => before.get(id) === message);
	return isSame ? before : merged;
}

const nodesOfMessages = new WeakMap<Message, MessageNode>();

function nodeOf(message: Message): MessageNode {
	const { id, parentId, role, createdAt } = message;
	const node = nodesOfMessages.get(message) ?? { id, parentId, role, createdAt, updatedAt: createdAt };
	nodesOfMessages.set(message, node);
	return node;
}

function mergeNodes(
	{ stored, heard }: Sources,
	asked: ReadonlyMap<string, Message>,
	before: readonly MessageNode[],
): readonly MessageNode[] {
	// The place of an answer that goes on after a Continue is not known before its partial text has been read.
	const placed = [...heard.preparing.values()].filter(({ parentId }) => parentId !== null);
	const known = new Map(
		[...placed, ...asked.values(), ...(heard.unsaved?.messages ?? [])].map((message) => [
			message.id,
			message,
		]),
	);
	const unstored = [...known.values()].filter(({ id }) => !stored.nodes.has(id));
	const nodes = [...stored.nodes.values(), ...unstored.map(nodeOf)];
	return nodes.length === before.length && nodes.every((node, at) => node === before[at]) ? before : nodes;
}

/** The leaf to show: the chat's own, or the nearest to it that there is. */
function leafOf(
	nodes: readonly MessageNode[],
	chat: Chat | null,
	before: readonly PathEntry[],
): string | null {
	const leafId = chat?.leafId ?? null;
	const { byId } = treeIndexOf(nodes);
	if (leafId === null || byId.has(leafId)) return leafId;
	return before.findLast(({ id }) => byId.has(id))?.id ?? newestLeafOf(nodes);
}
