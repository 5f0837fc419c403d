import type { Message } from '../chat/types.ts';
import type { Command } from './protocol.ts';

/** The commands that make an answer run. */
export type RunCommand = Extract<Command, { type: 'ask' | 'answer' | 'continue' }>;

export function chatIdOf(command: RunCommand): string {
	return command.type === 'ask' ? command.chat.id : command.chatId;
}

/** The empty answer as it stands while nothing has come. Chat and model are filled in when they are known. */
export function emptyAnswer(command: RunCommand, now: number): Message {
	const parentId =
		command.type === 'ask' ? command.question.id : command.type === 'answer' ? command.questionId : null;
	return {
		id: command.answerId,
		chatId: chatIdOf(command),
		parentId,
		role: 'assistant',
		content: '',
		status: 'waiting',
		createdAt: now,
	};
}
