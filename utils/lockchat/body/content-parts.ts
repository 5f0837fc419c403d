import { isRecord } from '../errors/json.ts';

export interface DeltaPart {
	type: 'text' | 'reasoning' | 'refusal';
	text: string;
}

export const hasWords = ({ text }: DeltaPart): boolean => /\S/.test(text);

/** How deep a content may be nested: its parts may hold lists of parts. */
const DEEPEST = 8;

/**
 * Whether a part of a content that is a list is a thought: by its type (`thinking`, `reasoning`, `thought` and what begins
 * so), by Gemini's mark, or by the field of the words where it has no type, as Mistral allows.
 */
function isThoughtPart(part: Record<string, unknown>): boolean {
	const { type, thought } = part;
	if (typeof type === 'string' && /^(?:redacted_)?(?:think|thought|reasoning)/i.test(type)) return true;
	return thought === true || (type === undefined && ('thinking' in part || 'reasoning' in part));
}

/** The words in the first of these values that has any. */
export function firstWords(type: DeltaPart['type'], values: readonly unknown[], depth = 0): DeltaPart[] {
	for (const value of values) {
		const found = readContent(type, value, depth);
		if (found.length > 0) return found;
	}
	return [];
}

/**
 * The words in a content, in order and none of them empty: a text, a part, or a list of texts and parts. Parts that are no
 * words, as references and pictures, give none.
 *
 * @param type of what no part says otherwise
 */
export function readContent(type: DeltaPart['type'], value: unknown, depth = 0): DeltaPart[] {
	if (typeof value === 'string') return value === '' ? [] : [{ type, text: value }];
	const list = isRecord(value) ? [value] : value;
	if (!Array.isArray(list) || depth > DEEPEST) return [];
	return list.flatMap((part) => {
		if (!isRecord(part)) return readContent(type, part, depth + 1);
		if (type === 'reasoning' || isThoughtPart(part)) {
			const { thinking, reasoning, thought, text, content, summary, reasoning_content } = part;
			const words = [thinking, reasoning, thought, text, content, summary, reasoning_content];
			return firstWords('reasoning', words, depth + 1);
		}
		if (part.type === 'refusal') return firstWords('refusal', [part.refusal, part.text], depth + 1);
		return firstWords(type, [part.text, part.value, part.parts], depth + 1);
	});
}
