import type { Target } from '../../chat/target.ts';
import { titleOf } from '../../chat/title-of.ts';
import type { Attachment, Chat } from '../../chat/types.ts';
import type { UserMessage } from '../protocol.ts';

export interface QuestionInput {
	text: string;
	attachments: readonly Attachment[];
	/** The answer it follows; null for a chat's first question. */
	parentId: string | null;
}

/** A question of the user's as the window makes it, with an id of its own. */
export function newQuestion(chatId: string, { text, attachments, parentId }: QuestionInput): UserMessage {
	return {
		id: crypto.randomUUID(),
		chatId,
		parentId,
		role: 'user',
		content: text,
		status: 'done',
		...(attachments.length > 0 && { attachments: [...attachments] }),
		createdAt: Date.now(),
	};
}

/** The chat that begins with this question, bound to this target. */
export function newChat(question: UserMessage, target: Target): Chat {
	const { chatId: id, createdAt } = question;
	const title = titleOf(question);
	return { id, title, isPinned: false, ...target, leafId: null, createdAt, updatedAt: createdAt };
}
