import {
	MAX_ATTACHMENTS,
	MAX_ID_LENGTH,
	MAX_QUESTION_PARTS,
	MAX_SHORT_TEXT_LENGTH,
	MAX_TEMPERATURE,
	MAX_TEXT_LENGTH,
} from '../../chat/limits.ts';
import { isGrowthPart } from '../../chat/reduce.ts';
import {
	type Chat,
	generous,
	generousParts,
	isUnknownPart,
	type Message,
	type Part,
	type PartOf,
} from '../../chat/schema.ts';
import { fitTags } from '../../chat/tags.ts';
import { isKeepable, withKeepableRest } from '../../chat/unknown-fields.ts';

/*
 * Makes the chats of a file fit for the port, which is stricter than the reader of rows: otherwise the background would
 * refuse every question in such a chat. Fields that still make sense when they are cut are cut; others (ids, names of
 * models, addresses) are made empty, as if they were not known. Fields and parts of a newer version that are too large
 * are left out: this version cannot know how to cut them.
 */

export function fitChat(chat: Chat): Chat {
	// A chat of a file is kept, whatever it was where it came from.
	const { forkedFrom, tags, isTemporary: _, ...rest } = chat;
	const { systemPrompt, temperature } = rest;
	return {
		...withKeepableRest(rest, generous.chat.entries),
		...(forkedFrom && isId(forkedFrom.chatId) && { forkedFrom: fitParent(forkedFrom) }),
		...(tags && { tags: fitTags(tags) }),
		title: cut(chat.title, MAX_SHORT_TEXT_LENGTH),
		endpointId: keepUpTo(MAX_ID_LENGTH, chat.endpointId),
		model: keepUpTo(MAX_SHORT_TEXT_LENGTH, chat.model),
		...(systemPrompt !== undefined && { systemPrompt: cut(systemPrompt, MAX_TEXT_LENGTH) }),
		...(temperature !== undefined && { temperature: Math.min(Math.max(temperature, 0), MAX_TEMPERATURE) }),
		createdAt: fitTime(chat.createdAt),
		updatedAt: fitTime(chat.updatedAt),
	};
}

const isId = (id: string): boolean => id !== '' && id.length <= MAX_ID_LENGTH;

function fitParent({ chatId, title }: NonNullable<Chat['forkedFrom']>) {
	return { chatId, title: cut(title, MAX_SHORT_TEXT_LENGTH) };
}

/** Only the parts of questions are made to fit: a question is sent over the port again when it is edited, an answer never. */
export function fitMessage(message: Message): Message {
	const { parts, role } = message;
	return {
		...message,
		...(role === 'user' && { parts: fitQuestionParts(parts) }),
		createdAt: fitTime(message.createdAt),
	};
}

/** Keeps as many attachments as a question may have, and all of its texts. */
function fitQuestionParts(parts: readonly Part[]): Part[] {
	let attachmentCount = 0;
	let textCount = 0;
	return parts
		.filter((part) => {
			if (isGrowthPart(part)) return ++textCount <= MAX_QUESTION_PARTS - MAX_ATTACHMENTS;
			return ++attachmentCount <= MAX_ATTACHMENTS;
		})
		.flatMap(fitPart);
}

function fitPart(part: Part): Part[] {
	if (isUnknownPart(part)) return isKeepable(part) ? [part] : [];
	return [fitTexts(withKeepableRest(part, generousParts[part.type].entries))];
}

function fitTexts(part: PartOf): Part {
	switch (part.type) {
		case 'text':
		case 'reasoning':
		case 'refusal':
			return { ...part, text: cut(part.text, MAX_TEXT_LENGTH) };
		case 'quote':
		case 'page':
			return {
				...part,
				text: cut(part.text, MAX_TEXT_LENGTH),
				title: cut(part.title, MAX_SHORT_TEXT_LENGTH),
				url: keepUpTo(MAX_TEXT_LENGTH, part.url),
			};
		case 'file':
			return {
				...part,
				text: cut(part.text, MAX_TEXT_LENGTH),
				name: cut(part.name, MAX_SHORT_TEXT_LENGTH),
				mime: keepUpTo(MAX_SHORT_TEXT_LENGTH, part.mime),
			};
		case 'image':
			return {
				...part,
				blobId: cut(part.blobId, MAX_ID_LENGTH) || 'image',
				mime: keepUpTo(MAX_SHORT_TEXT_LENGTH, part.mime),
				...(part.name !== undefined && { name: cut(part.name, MAX_SHORT_TEXT_LENGTH) }),
			};
		default:
			return part;
	}
}

/** Whether words or attachments of the message were cut off to make it fit. */
export function isCut(message: Message, fitted: Message): boolean {
	return sizeOf(message.parts) !== sizeOf(fitted.parts);
}

function sizeOf(parts: readonly Part[]): number {
	return parts.reduce((size, part) => {
		// A part of a newer version may have anything for its text.
		const text: unknown = 'text' in part ? part.text : '';
		return size + 1 + (typeof text === 'string' ? text.length : 0);
	}, 0);
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
