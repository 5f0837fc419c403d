import {
	MAX_ATTACHMENTS,
	MAX_ID_LENGTH,
	MAX_SHORT_TEXT_LENGTH,
	MAX_TEMPERATURE,
	MAX_TEXT_LENGTH,
} from '../../chat/limits.ts';
import type { Attachment, Chat, Message } from '../../chat/types.ts';

/*
 * Rows are read more generously than questions are taken: what a file may say of a chat, the background may refuse
 * with every question in it, for ever. So a file's chats are made to fit. What still makes sense when it is cut is
 * cut; what doesn't (ids, names of models, addresses) is emptied, as where it is not known.
 */

export function fitChat(chat: Chat): Chat {
	const { systemPrompt, temperature } = chat;
	return {
		...chat,
		title: cut(chat.title, MAX_SHORT_TEXT_LENGTH),
		endpointId: keepUpTo(MAX_ID_LENGTH, chat.endpointId),
		model: keepUpTo(MAX_SHORT_TEXT_LENGTH, chat.model),
		...(systemPrompt !== undefined && { systemPrompt: cut(systemPrompt, MAX_TEXT_LENGTH) }),
		...(temperature !== undefined && { temperature: Math.min(Math.max(temperature, 0), MAX_TEMPERATURE) }),
		createdAt: fitTime(chat.createdAt),
		updatedAt: fitTime(chat.updatedAt),
	};
}

/** An answer's text stays as it is: only questions are sent over the port again, when they are edited. */
export function fitMessage(message: Message): Message {
	const { attachments, content, role } = message;
	return {
		...message,
		content: role === 'user' ? cut(content, MAX_TEXT_LENGTH) : content,
		...(attachments && { attachments: attachments.slice(0, MAX_ATTACHMENTS).map(fitAttachment) }),
		createdAt: fitTime(message.createdAt),
	};
}

function fitAttachment(attachment: Attachment): Attachment {
	return {
		...attachment,
		text: cut(attachment.text, MAX_TEXT_LENGTH),
		title: cut(attachment.title, MAX_SHORT_TEXT_LENGTH),
		url: keepUpTo(MAX_TEXT_LENGTH, attachment.url),
	};
}

function fitTime(time: number): number {
	return Math.max(Math.trunc(time), 0);
}

function cut(text: string, length: number): string {
	return text.slice(0, length);
}

function keepUpTo(length: number, text: string): string {
	return text.length > length ? '' : text;
}
