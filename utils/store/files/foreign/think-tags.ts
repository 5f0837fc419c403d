import type { PartOf } from '../../../chat/schema.ts';
import { reasoningPart, textPart } from './foreign-chat.ts';

type Words = PartOf<'text' | 'reasoning'>;

/** `<think>` and its like, as programs keep it in an answer’s text; the last may lack its end. */
const TAGS = /<(think|thinking|thought|thoughts|reason|reasoning)>([\s\S]*?)(?:<\/\1>|$)/gi;

/** An answer's text, with what is thought in it apart. Only what stands before any words counts: later a tag is a word. */
export function splitThinking(text: string): Words[] {
	const parts: Words[] = [];
	let at = 0;
	for (const match of text.matchAll(TAGS)) {
		if (text.slice(at, match.index).trim() !== '') break;
		parts.push(...reasoningPart((match[2] ?? '').trim()));
		at = match.index + match[0].length;
	}
	return [...parts, ...textPart(at === 0 ? text : text.slice(at).trimStart())];
}
