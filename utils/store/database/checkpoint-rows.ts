import * as v from 'valibot';
import { type Growth, growParts, reduce } from '../../chat/reduce.ts';
import { createReader, type Damage, readAll } from '../../chat/repair.ts';
import type { Message } from '../../chat/schema.ts';
import type { ChatDatabase } from './database.ts';

/** A piece of a running answer: what has come since the checkpoint before it. */
export interface Checkpoint {
	answerId: string;
	/** Grows with each checkpoint of an answer, from any first number. A checkpoint that is written twice stays one. */
	seq: number;
	growth: readonly Growth[];
}

const growth = v.object({
	type: v.picklist(['text', 'reasoning', 'refusal']),
	text: v.string(),
	index: v.number(),
});

const readCheckpoint = createReader<Checkpoint>(
	v.object({
		answerId: v.string(),
		seq: v.number(),
		growth: v.pipe(
			v.array(v.unknown()),
			v.transform((pieces) => pieces.filter((piece) => v.is(growth, piece))),
		),
	}),
	{ growth: [] },
);

/** An answer's checkpoints in the order they were written. */
export async function readCheckpoints(
	db: ChatDatabase,
	answerId: string,
	damage: Damage,
): Promise<Checkpoint[]> {
	const rows = await db.checkpoints.where('answerId').equals(answerId).toArray();
	return readAll(rows, readCheckpoint, damage);
}

/** The answer as far as it is saved: the parts of its row and the growth in its checkpoints. It no longer runs. */
export function partialOf(answer: Message, checkpoints: readonly Checkpoint[]): Message {
	const pieces = checkpoints.flatMap((checkpoint) => checkpoint.growth);
	return reduce({ ...answer, parts: pieces.reduce(growParts, answer.parts) }, { type: 'interrupted' });
}

export async function deleteCheckpoints(db: ChatDatabase, answerId: string): Promise<void> {
	// A range of the primary key is deleted by one request; a prefix of it would take one for each row.
	await db.checkpoints.where('[answerId+seq]').between([answerId, -Infinity], [answerId, Infinity]).delete();
}

/** Looks at the keys of all checkpoints. There are few, since an answer's checkpoints are deleted when it ends. */
export async function deleteCheckpointsWhere(
	db: ChatDatabase,
	matches: (answerId: string) => boolean,
): Promise<void> {
	const keys = await db.checkpoints.toCollection().primaryKeys();
	await db.checkpoints.bulkDelete(keys.filter(([answerId]) => matches(answerId)));
}
