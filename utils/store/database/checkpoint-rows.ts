import * as v from 'valibot';
import { growParts, reduce } from '../../chat/reduce.ts';
import { createReader, readAll } from '../../chat/repair.ts';
import type { Message } from '../../chat/schema.ts';
import { type Checkpoint, keysOf } from './database.ts';
import type { Reading, Writing } from './transactions.ts';

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
export async function readCheckpoints(reading: Reading, answerId: string): Promise<Checkpoint[]> {
	return readAll(await reading.table('checkpoints').getAll(keysOf(answerId)), readCheckpoint);
}

/** The answer as far as it is saved: the parts of its row, and the growth in its checkpoints. It counts as ended. */
export function partialOf(answer: Message, checkpoints: readonly Checkpoint[]): Message {
	const pieces = checkpoints.flatMap((checkpoint) => checkpoint.growth);
	return reduce({ ...answer, parts: pieces.reduce(growParts, answer.parts) }, { type: 'interrupted' });
}

export function deleteCheckpoints(writing: Writing, answerId: string): Promise<void> {
	return writing.delete('checkpoints', keysOf(answerId));
}

/**
 * Deletes checkpoints by their answers. It looks at the keys of all checkpoints; there are few, since those of an
 * answer are deleted when it ends.
 */
export async function deleteCheckpointsWhere(
	writing: Writing,
	matches: (answerId: string) => boolean,
): Promise<void> {
	const keys = await writing.table('checkpoints').getAllKeys();
	const answerIds = new Set(keys.map(([answerId]) => answerId));
	await Promise.all([...answerIds].filter(matches).map((answerId) => deleteCheckpoints(writing, answerId)));
}
