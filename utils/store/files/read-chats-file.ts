import * as v from 'valibot';
import { MAX_ID_LENGTH } from '../../chat/limits.ts';
import { reduce } from '../../chat/reduce.ts';
import { readAll } from '../../chat/repair.ts';
import type { Chat, Message } from '../../chat/schema.ts';
import { upgradeMessage } from '../../chat/version-1.ts';
import { readChatRow, readMessageRow } from '../database/database.ts';
import { FILE_FORMAT, FILE_VERSION, ImportError, MAX_FILE_BYTES } from './chats-file.ts';
import { fitChat, fitMessage } from './fit-to-limits.ts';

const head = v.object({
	format: v.literal(FILE_FORMAT),
	version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
const body = v.object({ chats: v.array(v.unknown()) });

/** The chats of a file as they stand in it, not checked yet. Rejects with an ImportError. */
export async function readChatsFile(file: Blob): Promise<readonly unknown[]> {
	if (file.size > MAX_FILE_BYTES) throw new ImportError('too-large');
	const document = parse(await textOf(file));
	const known = v.safeParse(head, document);
	if (!known.success) throw new ImportError('not-chats');
	if (known.output.version > FILE_VERSION) throw new ImportError('newer-version');
	const read = v.safeParse(body, document);
	if (!read.success) throw new ImportError('not-chats');
	return read.output.chats;
}

async function textOf(file: Blob): Promise<string> {
	try {
		return await file.text();
	} catch (cause) {
		throw new ImportError('unreadable', { cause });
	}
}

/** The browser's own error would quote the file, so it is not kept as the cause. */
function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new ImportError('not-json');
	}
}

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_ID_LENGTH));
const outline = v.looseObject({ id, messages: v.array(v.unknown()) });

export interface ReadChat {
	chat: Chat;
	/** Messages with ids of their own, none of which runs. Whether they form a tree is not known yet. */
	messages: Message[];
	/** How many messages the file has. */
	messageCount: number;
}

/**
 * Reads one chat of a file as far as it can be understood. It is repaired as a damaged row would be, and made fit to
 * be asked questions in. Null when it cannot be understood.
 */
export function readExportedChat(exported: unknown): ReadChat | null {
	// Damage in the file is counted here, and not with the damage in the database.
	const damage = { repaired: 0, skipped: 0 };
	const read = v.safeParse(outline, exported);
	if (!read.success) return null;
	const { messages, ...rest } = read.output;
	const chat = readChatRow(rest, damage);
	if (!chat) return null;
	const found = readAll(messages.map(upgradeMessage), readMessageRow, damage);
	const own = found.filter((message) => message.chatId === chat.id && v.is(id, message.id));
	const ended = firstOfEachId(own).map((message) => reduce(message, { type: 'interrupted' }));
	return {
		chat: fitChat(chat),
		messages: ended.map(fitMessage),
		messageCount: messages.length,
	};
}

function firstOfEachId(messages: readonly Message[]): Message[] {
	const first = new Map<string, Message>();
	for (const message of messages) if (!first.has(message.id)) first.set(message.id, message);
	return [...first.values()];
}
