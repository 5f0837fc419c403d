import type { Message } from '../../../utils/chat/types.ts';

/** A message to start from: an answer that waits for its first token. */
export function answer(changes: Partial<Message> = {}): Message {
	return {
		id: 'a1',
		chatId: 'c1',
		parentId: 'q1',
		role: 'assistant',
		content: '',
		status: 'waiting',
		createdAt: 2,
		...changes,
	};
}

export function question(content: string, changes: Partial<Message> = {}): Message {
	return {
		id: 'q1',
		chatId: 'c1',
		parentId: null,
		role: 'user',
		content,
		status: 'done',
		createdAt: 1,
		...changes,
	};
}
