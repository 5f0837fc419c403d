import * as v from 'valibot';
import { MAX_ID_LENGTH } from '../../chat/limits.ts';
import { reduce } from '../../chat/reduce.ts';
import { readAll } from '../../chat/repair.ts';
import type { Chat, Message } from '../../chat/schema.ts';
import { upgradeMessage } from '../../chat/version-1.ts';
import { type BlobRow, readChatRow, readMessageRow } from '../database/database.ts';
import { fitChat, fitMessage, isCut } from './fit-to-limits.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_ID_LENGTH));
const outline = v.looseObject({ id, messages: v.array(v.unknown()), blobs: v.exactOptional(v.unknown()) });

/** Far more than a picture has that was attached here, in UTF-16 code units. */
const MAX_BLOB_LENGTH = 4_000_000;
/** A picture of a kind that no reader takes for anything else, and nothing behind it. */
const blob = v.object({
	id,
	url: v.pipe(
		v.string(),
		v.maxLength(MAX_BLOB_LENGTH),
		v.regex(/^data:image\/(?:png|jpeg|webp|gif);base64,[A-Za-z0-9+/]+=*$/),
	),
});

export interface ReadChat {
	chat: Chat;
	/** Messages with ids of their own, none of which runs. Whether they form a tree is not known yet. */
	messages: Message[];
	/** The pictures that its messages show. */
	blobs: BlobRow[];
	/** How many messages the file has. */
	messageCount: number;
	/** How many of them had to be cut to fit. */
	cutCount: number;
}

/**
 * Reads one chat of a file as far as it can be understood. It is repaired as a damaged row would be, and made fit to
 * be asked questions in. Null when it cannot be understood.
 */
export function readExportedChat(exported: unknown): ReadChat | null {
	const read = v.safeParse(outline, exported);
	if (!read.success) return null;
	const { messages, blobs, ...rest } = read.output;
	const chat = readChatRow(rest);
	if (!chat) return null;
	const found = readAll(messages.map(upgradeMessage), readMessageRow);
	const own = found.filter((message) => message.chatId === chat.id && v.is(id, message.id));
	const ended = firstOfEachId(own).map((message) => reduce(message, { type: 'interrupted' }));
	return { ...fitted({ chat, messages: ended }, messages.length), blobs: readBlobs(blobs) };
}

function readBlobs(blobs: unknown): BlobRow[] {
	const list: unknown[] = Array.isArray(blobs) ? blobs : [];
	return list.filter((row) => v.is(blob, row));
}

/** The chat as it can be asked questions in. */
export function fitted(
	{ chat, messages }: { chat: Chat; messages: readonly Message[] },
	messageCount: number,
): ReadChat {
	const fitting = messages.map(fitMessage);
	const cut = messages.filter((message, place) => isCut(message, fitting[place] ?? message));
	return { chat: fitChat(chat), messages: fitting, blobs: [], messageCount, cutCount: cut.length };
}

function firstOfEachId(messages: readonly Message[]): Message[] {
	const first = new Map<string, Message>();
	for (const message of messages) if (!first.has(message.id)) first.set(message.id, message);
	return [...first.values()];
}
