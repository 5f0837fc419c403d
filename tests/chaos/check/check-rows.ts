import type { Evidence } from '../evidence.ts';

const FINAL = new Set(['done', 'stopped', 'interrupted', 'failed']);

/** Checks that the database is consistent: no row lacks the rows that belong to it, and none says that it still runs. */
export function checkRows({ rows: { chats, nodes, messages, checkpoints } }: Evidence): string[] {
	const byId = new Map(messages.map((message) => [message.id, message]));
	const chatIds = new Set(chats.map(({ id }) => id));
	const nodeIds = new Set(nodes.map(({ id }) => id));
	const problems: string[] = [];

	for (const { id, chatId, parentId, role, status } of messages) {
		if (!FINAL.has(status)) problems.push(`Message ${id} is stored as ${status}.`);
		if (!chatIds.has(chatId)) problems.push(`Message ${id} has no chat.`);
		if (!nodeIds.has(id)) problems.push(`Message ${id} has no node.`);
		const parent = parentId === null ? null : byId.get(parentId);
		if (parent === undefined) problems.push(`Message ${id} follows ${parentId}, which is gone.`);
		if (role === 'assistant' && parent?.role !== 'user') problems.push(`Answer ${id} follows no question.`);
	}
	for (const id of nodeIds) if (!byId.has(id)) problems.push(`Node ${id} has no message.`);
	for (const { id, leafId } of chats) {
		if (leafId === null || byId.get(leafId)?.chatId !== id)
			problems.push(`Chat ${id} shows ${leafId}, which is gone.`);
	}
	for (const { answerId, seq } of checkpoints)
		problems.push(`Checkpoint ${seq} of ${answerId} is left over.`);
	return problems;
}
