import { FILE_FORMAT, FILE_VERSION, ImportError } from './chats-file.ts';
import { createJsonPieces, type JsonPiece, JsonSyntaxError } from './json-pieces.ts';

/** The bytes of a document, from their start; a document may have to be read twice. */
export type OpenDocument = () => Promise<ReadableStream<Uint8Array<ArrayBuffer>>>;

/** What stands where a chat can stand, in a file of ours or of another program; not checked yet. */
export interface FoundChat {
	from: 'lockchat' | 'other';
	/** Undefined where it is no JSON, or longer or deeper than any chat. */
	value: unknown;
}

/** Lists of chats in the outermost object: ours, Page Assist's, ChatGPTBox's. */
const CHAT_LISTS = new Set(['chats', 'chat', 'sessions']);
/** What says whether the file is ours. */
const HEAD = new Set(['format', 'version']);
/** The names in an object that is one chat alone, of any program. What else stands in a file is not even kept: keys, too. */
const OF_ONE_CHAT = new Set(
	(
		'id title chat pinned created_at updated_at mapping current_node conversation_id create_time update_time ' +
		'default_model_slug is_starred uuid name model chat_messages current_leaf_message_uuid conversationId options ' +
		'messages messagesTree recursive history'
	).split(' '),
);
const wants = (key: string) => CHAT_LISTS.has(key) || HEAD.has(key) || OF_ONE_CHAT.has(key);

/** No chat lies deeper, but for a tree of messages within messages. */
const MAX_DEPTH = 500;
const MAX_TREE_DEPTH = 200_000;
const maxDepth = (key: string | null) =>
	key === 'messages' || key === 'messagesTree' ? MAX_TREE_DEPTH : MAX_DEPTH;

/** The chats of a document, one after the other as it is read. Rejects with an ImportError where it is no file of chats. */
export async function* findChats(open: OpenDocument): AsyncGenerator<FoundChat> {
	/** What stands in the outermost object, but for lists of chats. */
	const members = new Map<string, unknown>();
	let isList = false;
	let count = 0;
	let hasChats = false;
	let isOurs = false;
	const onOpen = (bracket: '[' | '{', key: string | null) => {
		if (key === null) isList = bracket === '[';
		else if (CHAT_LISTS.has(key)) hasChats ||= key === 'chats';
		else members.set(key, []);
	};

	for await (const { key, isElement, text } of piecesOf(open, { wants, maxDepth, onOpen })) {
		const value = parse(text);
		if (key === null) {
			// A document that is a single word or number.
			if (!isElement) throw new ImportError(value === undefined ? 'not-json' : 'not-chats');
			count += 1;
			yield { from: 'other', value };
		} else if (isElement && CHAT_LISTS.has(key)) {
			if (key === 'chats' && !isOurs) isOurs = isOurHead(members) || isOurHead(await readHead(open));
			const from = key === 'chats' ? 'lockchat' : 'other';
			if (from === 'lockchat' && !isOurs) continue;
			count += 1;
			yield { from, value };
		} else if (isElement) {
			const list = members.get(key);
			if (Array.isArray(list)) list.push(value);
		} else members.set(key, value);
	}

	if (isOurHead(members)) {
		if (!hasChats) throw new ImportError('not-chats');
		return;
	}
	if (!isList && count === 0 && members.size > 0) yield { from: 'other', value: Object.fromEntries(members) };
	else if (count === 0) throw new ImportError('not-chats');
}

async function readHead(open: OpenDocument): Promise<ReadonlyMap<string, unknown>> {
	const head = new Map<string, unknown>();
	const wantsHead = (key: string) => HEAD.has(key);
	for await (const { key, text } of piecesOf(open, { wants: wantsHead, maxDepth: () => 1 })) {
		if (key !== null) head.set(key, parse(text));
	}
	return head;
}

/** Whether this is the head of a file of ours. Throws an ImportError where a newer version has written it. */
function isOurHead(head: ReadonlyMap<string, unknown>): boolean {
	const version = head.get('version');
	if (head.get('format') !== FILE_FORMAT) return false;
	if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return false;
	if (version > FILE_VERSION) throw new ImportError('newer-version');
	return true;
}

async function* piecesOf(
	open: OpenDocument,
	options: Parameters<typeof createJsonPieces>[0],
): AsyncGenerator<JsonPiece> {
	const pieces = createJsonPieces(options);
	const reader = (await opened(open)).getReader();
	const decoder = new TextDecoder();
	try {
		for (;;) {
			const { done, value } = await readNext(reader);
			yield* told(() => pieces.push(done ? decoder.decode() : decoder.decode(value, { stream: true })));
			if (!done) continue;
			yield* told(() => pieces.end());
			return;
		}
	} finally {
		// A file that is left in the middle is let go of; one that could not be read has nothing to let go.
		await reader.cancel().catch(() => undefined);
	}
}

async function opened(open: OpenDocument): ReturnType<OpenDocument> {
	try {
		return await open();
	} catch (cause) {
		throw new ImportError('unreadable', { cause });
	}
}

async function readNext(reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>) {
	try {
		return await reader.read();
	} catch (cause) {
		throw new ImportError('unreadable', { cause });
	}
}

function told(read: () => JsonPiece[]): JsonPiece[] {
	try {
		return read();
	} catch (error) {
		// The engine's own error would quote the file, so none is kept as the cause.
		if (error instanceof JsonSyntaxError) throw new ImportError('not-json');
		throw error;
	}
}

/** Undefined where it is no JSON. */
function parse(text: string | null): unknown {
	if (text === null) return undefined;
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
