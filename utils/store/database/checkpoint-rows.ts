import { reduce } from '../../chat/reduce.ts';
import type { Message } from '../../chat/types.ts';
import type { ChatDatabase } from './database.ts';
import { type Damage, readCheckpoint, readRows } from './schemas.ts';

/** A piece of a running answer: what has come since the checkpoint before it. */
export interface Checkpoint {
	answerId: string;
	/** Counts up from any number within one answer; the same number written twice is one checkpoint. */
	seq: number;
	content: string;
	reasoning?: string;
	refusal?: string;
}

/** An answer's checkpoints in the order they were written. */
export async function readCheckpoints(
	db: ChatDatabase,
	answerId: string,
	damage: Damage,
): Promise<Checkpoint[]> {
	const rows = await db.checkpoints.where('answerId').equals(answerId).toArray();
	return readRows(rows, readCheckpoint, damage);
}

/** The answer as far as it came: its row's texts, then those of its checkpoints; no longer running. */
export function partialOf(answer: Message, checkpoints: readonly Checkpoint[]): Message {
	const parts = [answer, ...checkpoints];
	const reasoning = parts.map((part) => part.reasoning ?? '').join('');
	const refusal = parts.map((part) => part.refusal ?? '').join('');
	const joined: Message = { ...answer, content: parts.map((part) => part.content).join('') };
	if (reasoning !== '') joined.reasoning = reasoning;
	if (refusal !== '') joined.refusal = refusal;
	return reduce(joined, { type: 'interrupted' });
}

export async function deleteCheckpoints(db: ChatDatabase, answerId: string): Promise<void> {
	// By range of the primary key: one request, where a prefix of it would take one a row.
	await db.checkpoints.where('[answerId+seq]').between([answerId, -Infinity], [answerId, Infinity]).delete();
}

/** Looks at the keys of all checkpoints: there are few, as every answer takes its own along when it ends. */
export async function deleteCheckpointsWhere(
	db: ChatDatabase,
	matches: (answerId: string) => boolean,
): Promise<void> {
	const keys = await db.checkpoints.toCollection().primaryKeys();
	await db.checkpoints.bulkDelete(keys.filter(([answerId]) => matches(answerId)));
}
