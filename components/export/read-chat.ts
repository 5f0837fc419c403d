import type { Chat, Message, UnsavedChat } from '../../utils/chat/schema.ts';
import { pathTo } from '../../utils/chat/tree.ts';
import { readExportedChat } from '../../utils/store/files/read-chats-file.ts';
import type { Store } from '../../utils/store/store.ts';

/** A chat as it is shown: the messages from its first question to its last one, and none of their other versions. */
export interface ShownChat {
	chat: Chat;
	path: Message[];
	/** The pictures of the messages, as `data:` addresses by their ids. */
	pictures: ReadonlyMap<string, string>;
}

/** The chat as its file has it: with what the database refused, and with a running answer as far as it came. */
export async function readShownChat(
	store: Store,
	chatId: string,
	unsaved: readonly UnsavedChat[],
): Promise<ShownChat> {
	const { file } = await store.exportChats([chatId], unsaved);
	const document: { chats: unknown[] } = JSON.parse(await file.text());
	const read = readExportedChat(document.chats[0]);
	if (!read) throw new Error('The chat is gone.');
	const byId = new Map(read.messages.map((message) => [message.id, message]));
	const nodes = read.messages.map((message) => ({ ...message, updatedAt: 0 }));
	const last = read.messages.at(-1)?.id ?? null;
	const leafId = byId.has(read.chat.leafId ?? '') ? read.chat.leafId : last;
	const path = pathTo(nodes, leafId).flatMap(({ id }) => byId.get(id) ?? []);
	return { chat: read.chat, path, pictures: new Map(read.blobs.map(({ id, url }) => [id, url])) };
}
