import { isRunning, reduce } from '../../chat/reduce.ts';
import { readAll } from '../../chat/repair.ts';
import type { Message, UnsavedChat } from '../../chat/schema.ts';
import { byAge } from '../../chat/tree.ts';
import { findChat } from '../database/chat-rows.ts';
import { partialOf, readCheckpoints } from '../database/checkpoint-rows.ts';
import type { StoreContext } from '../database/context.ts';
import { readMessageRow } from '../database/database.ts';
import {
	type ChatsFile,
	type ExportedChat,
	type ExportedFile,
	FILE_FORMAT,
	FILE_VERSION,
} from './chats-file.ts';

/**
 * Writes every chat on a line of its own. Each chat is read and made a Blob before the next one is read. The browser
 * keeps Blobs, on the disk if need be, so this window never has more than one chat in its memory.
 */
export async function exportChats(
	context: StoreContext,
	chatIds?: readonly string[],
	unsaved: readonly UnsavedChat[] = [],
): Promise<ExportedFile> {
	const { connection, now } = context;
	const stored =
		chatIds ?? (await connection.read(['chats'], (reading) => reading.table('chats').getAllKeys()));
	const refused = new Map(unsaved.map((chat) => [chat.chat.id, chat]));
	const ids = chatIds ?? new Set([...stored, ...refused.keys()]);
	const lines: Blob[] = [];
	for (const id of ids) {
		const chat = withRefused(await readWholeChat(context, id), refused.get(id));
		if (chat) lines.push(new Blob([lines.length > 0 ? ',\n' : '\n', JSON.stringify(chat)]));
	}
	const head: Omit<ChatsFile, 'chats'> = {
		format: FILE_FORMAT,
		version: FILE_VERSION,
		exportedAt: new Date(now()).toISOString(),
	};
	const start = `${JSON.stringify(head).slice(0, -1)},"chats":[`;
	return { file: new Blob([start, ...lines, '\n]}\n'], { type: 'application/json' }), count: lines.length };
}

/**
 * The chat with what the database refused of it, which is newer than its rows. An answer that runs is in it as far as
 * it came.
 */
function withRefused(stored: ExportedChat | null, refused: UnsavedChat | undefined): ExportedChat | null {
	if (!refused) return stored;
	const newer = refused.messages.map((message) => reduce(message, { type: 'interrupted' }));
	const messages = new Map([...(stored?.messages ?? []), ...newer].map((message) => [message.id, message]));
	return { ...(stored ?? refused.chat), messages: [...messages.values()].sort(byAge) };
}

/** Reads a chat in one transaction, since it may be written to meanwhile; null when it is gone or beyond repair. */
function readWholeChat(context: StoreContext, id: string): Promise<ExportedChat | null> {
	const { connection, damage } = context;
	return connection.read(['chats', 'messages', 'checkpoints'], async (reading) => {
		/** A running answer gets the text of its checkpoints, since the file has no checkpoints. */
		const asFarAsItCame = async (message: Message): Promise<Message> =>
			isRunning(message) ? partialOf(message, await readCheckpoints(reading, message.id, damage)) : message;

		const chat = await findChat(reading, id, context);
		if (!chat) return null;
		const rows = await reading.index('messages', 'chatId').getAll(id);
		const messages = await Promise.all(readAll(rows, readMessageRow, damage).map(asFarAsItCame));
		return { ...chat, messages: messages.sort(byAge) };
	});
}
