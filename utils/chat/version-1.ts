/** Messages as version 1 of the database and of the exported file had them: one text, with fields beside it. */

/** The same message with parts. A message that has parts already, and anything that is no message, is returned as it is. */
export function upgradeMessage(message: unknown): unknown {
	if (typeof message !== 'object' || message === null || 'parts' in message) return message;
	const { content, reasoning, refusal, attachments, ...rest }: Record<string, unknown> = { ...message };
	const parts = [
		...(Array.isArray(attachments) ? attachments : []),
		...partOf('reasoning', reasoning),
		...partOf('text', content),
		...partOf('refusal', refusal),
	];
	return { ...rest, parts };
}

function partOf(type: 'text' | 'reasoning' | 'refusal', text: unknown): { type: string; text: string }[] {
	return typeof text === 'string' && text !== '' ? [{ type, text }] : [];
}

/** A checkpoint of version 1: what a running answer had grown by since the checkpoint before. */
export interface Checkpoint1 {
	answerId: string;
	seq: number;
	content?: unknown;
	reasoning?: unknown;
	refusal?: unknown;
}

/**
 * The message with the texts of its checkpoints added, still in the shape of version 1. The checkpoints are in the
 * order of their `seq`.
 */
export function withCheckpoints(message: object, checkpoints: readonly Checkpoint1[]): object {
	const joined: Record<string, unknown> = { ...message };
	for (const field of ['content', 'reasoning', 'refusal'] as const) {
		const pieces = [joined[field], ...checkpoints.map((checkpoint) => checkpoint[field])];
		const text = pieces.filter((piece) => typeof piece === 'string').join('');
		if (text !== '') joined[field] = text;
	}
	return joined;
}
