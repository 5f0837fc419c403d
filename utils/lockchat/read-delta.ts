import { isRecord } from './is-record.ts';

export interface DeltaPart {
	type: 'text' | 'reasoning' | 'refusal';
	text: string;
}

/**
 * The words in a `delta` (or a whole `message`, which has the same fields), in order and none of them empty.
 *
 * Reasoning comes as `reasoning_content` (DeepSeek, xAI, Alibaba), as `reasoning` (Ollama, vLLM, Groq,
 * OpenRouter), or as a part of type `thinking` in a content that is a list (Mistral). Servers that send both
 * fields send the same words twice.
 */
export function readDelta(delta: Record<string, unknown>): DeltaPart[] {
	const parts: DeltaPart[] = [];
	add(parts, 'reasoning', delta.reasoning_content ?? delta.reasoning);
	add(parts, 'text', delta.content);
	add(parts, 'refusal', delta.refusal);
	return parts;
}

function add(parts: DeltaPart[], type: DeltaPart['type'], value: unknown): void {
	if (typeof value === 'string') {
		if (value !== '') parts.push({ type, text: value });
		return;
	}
	if (!Array.isArray(value)) return;
	for (const part of value) {
		if (!isRecord(part)) {
			add(parts, type, part);
		} else if (part.type === 'thinking' || part.type === 'reasoning') {
			add(parts, 'reasoning', part.thinking ?? part.text);
		} else if (part.type === 'refusal') {
			add(parts, 'refusal', part.refusal);
		} else {
			add(parts, type, part.text);
		}
	}
}
