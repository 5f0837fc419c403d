import * as v from 'valibot';
import { MAX_ID_LENGTH } from '../chat/limits.ts';
import { reduce } from '../chat/reduce.ts';
import type { Chat, Message } from '../chat/types.ts';
import { fitChat, fitMessage } from './fit-to-limits.ts';
import { readRows } from './row-reader.ts';
import { readChat, readMessage } from './schemas.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_ID_LENGTH));
const outline = v.object({ id, messages: v.array(v.unknown()) });

export interface ReadChat {
	chat: Chat;
	/** Each with an id of its own; whether they are a tree is not known yet. None runs. */
	messages: Message[];
	/** How many the file has. */
	messageCount: number;
}

/**
 * A chat of a file as far as it can be understood, with the repairs that a damaged row gets, and such that questions
 * in it can be asked; null when it cannot.
 */
export function readExportedChat(exported: unknown): ReadChat | null {
	// What the file has lost is not a damage of the database, so it is counted apart.
	const damage = { repaired: 0, skipped: 0 };
	const chat = readChat(exported, damage);
	const read = v.safeParse(outline, exported);
	if (!chat || !read.success) return null;
	const found = readRows(read.output.messages, readMessage, damage);
	const own = found.filter((message) => message.chatId === chat.id && v.is(id, message.id));
	const settled = firstOfEachId(own).map((message) => reduce(message, { type: 'interrupted' }));
	return {
		chat: fitChat(chat),
		messages: settled.map(fitMessage),
		messageCount: read.output.messages.length,
	};
}

function firstOfEachId(messages: readonly Message[]): Message[] {
	const first = new Map<string, Message>();
	for (const message of messages) if (!first.has(message.id)) first.set(message.id, message);
	return [...first.values()];
}
