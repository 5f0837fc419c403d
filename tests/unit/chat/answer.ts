import type { Message } from '../../../utils/chat/schema.ts';
import { type FlatMessage, withParts } from '../flat-message.ts';

/** A message to start from: an answer that waits for its first token. */
export function answer(changes: FlatMessage = {}): Message {
	return {
		id: 'a1',
		chatId: 'c1',
		parentId: 'q1',
		role: 'assistant',
		status: 'waiting',
		createdAt: 2,
		...withParts(changes),
	};
}

export function question(content: string, changes: FlatMessage = {}): Message {
	return {
		id: 'q1',
		chatId: 'c1',
		parentId: null,
		role: 'user',
		status: 'done',
		createdAt: 1,
		...withParts({ content, ...changes }),
	};
}
