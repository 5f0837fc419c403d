import type { Chat, Part, UserMessage } from '../../chat/schema.ts';
import type { Target } from '../../chat/target.ts';
import { titleOf } from '../../chat/title-of.ts';

export interface QuestionInput {
	parts: Part[];
	/** The answer that the question follows; null for a chat's first question. */
	parentId: string | null;
	/** It asks for a summary of what came before. */
	startsContext?: true;
}

/** A question of the user's as the window makes it, with an id of its own. */
export function newQuestion(chatId: string, { parts, parentId, startsContext }: QuestionInput): UserMessage {
	return {
		id: crypto.randomUUID(),
		chatId,
		parentId,
		role: 'user',
		parts,
		status: 'done',
		...(startsContext && { startsContext }),
		createdAt: Date.now(),
	};
}

/** The chat that begins with this question, with this target. */
export function newChat(question: UserMessage, target: Target, isTemporary: boolean): Chat {
	const { chatId: id, createdAt } = question;
	const title = titleOf(question);
	const chat = { id, title, isPinned: false, ...target, leafId: null, createdAt, updatedAt: createdAt };
	return isTemporary ? { ...chat, isTemporary } : chat;
}
