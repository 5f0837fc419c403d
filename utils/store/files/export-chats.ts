import { blobIdsOf } from '../../chat/parts.ts';
import { isRunning, reduce } from '../../chat/reduce.ts';
import { readAll } from '../../chat/repair.ts';
import type { Chat, Message, UnsavedChat } from '../../chat/schema.ts';
import { byAge } from '../../chat/tree.ts';
import { readBlobs } from '../database/blob-rows.ts';
import { findChat, findNodes } from '../database/chat-rows.ts';
import { partialOf, readCheckpoints } from '../database/checkpoint-rows.ts';
import type { StoreContext } from '../database/context.ts';
import { readMessageRow } from '../database/database.ts';
import type { Reading } from '../database/transactions.ts';
import {
	type ChatsFile,
	type ExportedFile,
	FILE_FORMAT,
	FILE_VERSION,
	type WriteOptions,
	type WritePiece,
} from './chats-file.ts';

/** Messages that are read at once. One can have millions of characters, and then few of its kind stand beside it. */
const BATCH = 32;
/** In UTF-16 code units: many short chats are written at once. */
const PIECE_LENGTH = 1_000_000;

/**
 * Writes chats, each on a line of its own, and returns how many. Nothing is read before what was read before it has been
 * written, so that there is never more than one piece in this window's memory, however large the database is.
 * Rejects with the signal's reason when it is called off, and with what `write` rejects with.
 */
export async function writeChats(
	context: StoreContext,
	write: WritePiece,
	{ chatIds, unsaved = [], signal, onProgress }: WriteOptions = {},
): Promise<number> {
	const { connection, now } = context;
	const stored =
		chatIds ?? (await connection.read(['chats'], (reading) => reading.table('chats').getAllKeys()));
	const refused = new Map(unsaved.map((chat) => [chat.chat.id, chat]));
	const ids = chatIds ?? [...new Set([...stored, ...refused.keys()])];
	const head: Omit<ChatsFile, 'chats'> = {
		format: FILE_FORMAT,
		version: FILE_VERSION,
		exportedAt: new Date(now()).toISOString(),
	};
	let waiting = `${JSON.stringify(head).slice(0, -1)},"chats":[`;
	let count = 0;
	const put = async (text: string) => {
		waiting += text;
		if (waiting.length < PIECE_LENGTH) return;
		await unlessAborted(write(waiting), signal);
		waiting = '';
	};
	for (const [at, id] of ids.entries()) {
		signal?.throwIfAborted();
		onProgress?.({ done: at, total: ids.length });
		let isBegun = false;
		for await (const text of chatPieces(context, id, refused.get(id))) {
			await put(isBegun ? text : `${count > 0 ? ',' : ''}\n${text}`);
			isBegun = true;
		}
		if (isBegun) count += 1;
	}
	signal?.throwIfAborted();
	await unlessAborted(write(`${waiting}\n]}\n`), signal);
	return count;
}

/** Waits for a write no longer once it is called off: a disk can hang. */
function unlessAborted(writing: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
	if (!signal) return writing;
	return new Promise((resolve, reject) => {
		const stop = () => reject(signal.reason);
		if (signal.aborted) stop();
		signal.addEventListener('abort', stop, { once: true });
		writing.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
	});
}

/** The same as a file. The browser keeps Blobs, if need be on the disk, and this window only their names. */
export async function exportChats(context: StoreContext, options: WriteOptions = {}): Promise<ExportedFile> {
	const pieces: Blob[] = [];
	const write = async (text: string) => void pieces.push(new Blob([text]));
	const count = await writeChats(context, write, options);
	return { file: new Blob(pieces, { type: 'application/json' }), count };
}

/** A chat's JSON, piece by piece; nothing when it is gone or beyond repair. */
async function* chatPieces(
	context: StoreContext,
	id: string,
	refused: UnsavedChat | undefined,
): AsyncGenerator<string> {
	const start = await beginChat(context, id);
	const chat = start?.chat ?? refused?.chat;
	if (!chat) return;
	// An answer that runs is in the file as far as it came.
	const newer = new Map(
		refused?.messages.map((message) => [message.id, reduce(message, { type: 'interrupted' })]),
	);
	yield `${JSON.stringify(chat).slice(0, -1)},"messages":[`;
	let separator = '';
	const blobIds = new Set<string>();
	const noted = (message: Message) => {
		for (const blobId of blobIdsOf(message.parts)) blobIds.add(blobId);
		return JSON.stringify(message);
	};
	for await (const messages of batches(context, start)) {
		const texts = messages.map((message) => noted(newer.get(message.id) ?? message));
		for (const { id: written } of messages) newer.delete(written);
		if (texts.length > 0) yield `${separator}${texts.join(',')}`;
		if (texts.length > 0) separator = ',';
	}
	const rest = [...newer.values()].sort(byAge).map(noted);
	yield `${rest.length > 0 ? separator : ''}${rest.join(',')}]`;
	separator = ',"blobs":[';
	for (const blobId of blobIds) {
		const url = (await readBlobs(context, [blobId])).get(blobId);
		if (url === undefined) continue;
		yield `${separator}${JSON.stringify({ id: blobId, url })}`;
		separator = ',';
	}
	yield separator === ',' ? ']}' : '}';
}

interface ChatStart {
	chat: Chat;
	first: Message[];
	/** The messages behind the first ones, in the order in which they are written. */
	rest: string[];
}

/** Reads a chat, and as many of its messages as are read at once, in one transaction. */
function beginChat(context: StoreContext, id: string): Promise<ChatStart | null> {
	return context.connection.read(['chats', 'nodes', 'messages', 'checkpoints'], async (reading) => {
		const chat = await findChat(reading, id);
		if (!chat) return null;
		const nodes = await findNodes(reading, id);
		const keys = await reading.index('messages', 'chatId').getAllKeys(id);
		// A message whose node is lost is written too.
		const ids = [...new Set([...nodes.sort(byAge).map((node) => node.id), ...keys])];
		return { chat, first: await readMessages(reading, ids.slice(0, BATCH)), rest: ids.slice(BATCH) };
	});
}

/** All messages of a chat. One that is deleted meanwhile is left out, as is all that follows it, which is deleted with it. */
async function* batches(context: StoreContext, start: ChatStart | null): AsyncGenerator<Message[]> {
	if (!start) return;
	yield start.first;
	for (let at = 0; at < start.rest.length; at += BATCH) {
		const ids = start.rest.slice(at, at + BATCH);
		yield await context.connection.read(['messages', 'checkpoints'], (reading) => readMessages(reading, ids));
	}
}

async function readMessages(reading: Reading, ids: readonly string[]): Promise<Message[]> {
	const rows = await Promise.all(ids.map((id) => reading.table('messages').get(id)));
	const messages = readAll(
		rows.filter((row) => row !== undefined),
		readMessageRow,
	);
	return Promise.all(
		messages.map(async (message) =>
			isRunning(message) ? partialOf(message, await readCheckpoints(reading, message.id)) : message,
		),
	);
}
