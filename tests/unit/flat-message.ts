import { questionParts, textOf } from '../../utils/chat/parts.ts';
import type { Growth } from '../../utils/chat/reduce.ts';
import { isUnknownPart, type Message, type Part, type Quote } from '../../utils/chat/schema.ts';
import type { LiveRun } from '../../utils/run/window/heard-chat.ts';

/** A message as a test writes it: instead of parts it has one text, and other fields beside that. */
export type FlatMessage = Partial<Message> & {
	content?: string;
	reasoning?: string;
	refusal?: string;
	attachments?: readonly Quote[];
};

/** The fields of a message, with the parts in the order in which a question or an answer has them. */
export function withParts<Flat extends FlatMessage>({
	content,
	reasoning,
	refusal,
	attachments,
	...rest
}: Flat): Omit<Flat, 'content' | 'reasoning' | 'refusal' | 'attachments'> & { parts: Part[] } {
	const thought: Part[] = reasoning ? [{ type: 'reasoning', text: reasoning }] : [];
	const refused: Part[] = refusal ? [{ type: 'refusal', text: refusal }] : [];
	const said = questionParts(content ?? '', attachments ?? []);
	return { ...rest, parts: rest.parts ?? [...thought, ...said, ...refused] };
}

/** A message's text; undefined where there is no message. */
export function contentOf(message: Pick<Message, 'parts'> | null | undefined): string | undefined {
	return message ? textOf(message.parts) : undefined;
}

/** What an answer has grown by: reasoning first, if there is any. */
export function grown(text: string, reasoning = ''): Growth[] {
	const pieces: Growth[] = [];
	if (reasoning !== '') pieces.push({ type: 'reasoning', text: reasoning, index: 0 });
	if (text !== '') pieces.push({ type: 'text', text, index: pieces.length });
	return pieces;
}

/** The text of a run, as a window draws it; undefined where there is no such run. */
export function textIn(run: Pick<LiveRun, 'parts'> | undefined): string | undefined {
	return run?.parts.map((part) => (part.type === 'text' ? part.text.toString() : '')).join('');
}

/** A part of a type that this version does not know. */
export function newerPart(fields: Record<string, unknown> & { type: string }): Part {
	const part: unknown = fields;
	if (!isUnknownPart(part)) throw new Error(`${fields.type} is a known type.`);
	return part;
}
