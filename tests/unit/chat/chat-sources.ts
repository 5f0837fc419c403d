import { mergeChat } from '../../../utils/chat/merge-chat.ts';
import {
	type ChatSources,
	type HeardChat,
	type MergedChat,
	NOTHING_HEARD,
} from '../../../utils/chat/merged-chat.ts';
import type { Chat, Message, MessageNode, UnsavedChat } from '../../../utils/chat/schema.ts';
import { type FlatMessage, withParts } from '../flat-message.ts';

export interface Run {
	readonly message: Message;
}

export const CHAT: Chat = {
	id: 'c',
	title: 'Hi?',
	isPinned: false,
	endpointId: 'e',
	model: 'm',
	leafId: 'a',
	createdAt: 1,
	updatedAt: 1,
};

export const question = (fields: FlatMessage = {}): Message => ({
	id: 'q',
	chatId: 'c',
	parentId: null,
	role: 'user',
	status: 'done',
	createdAt: 1,
	...withParts({ content: 'Hi?', ...fields }),
});
export const answer = (fields: FlatMessage = {}): Message => ({
	...question({
		id: 'a',
		parentId: 'q',
		role: 'assistant',
		content: '',
		status: 'waiting',
		createdAt: 2,
		...fields,
	}),
});
const nodeOf = ({ id, parentId, role, createdAt }: Message): MessageNode => ({
	id,
	parentId,
	role,
	createdAt,
	updatedAt: createdAt,
});
export const byId = <T extends { id: string }>(items: readonly T[]) =>
	new Map(items.map((item) => [item.id, item]));
export const unsavedOf = (messages: Message[], chat = CHAT): UnsavedChat => ({ chat, messages });

/** A chat as the database has it, with all of its rows read; those in `unread` have a node only. */
export function storedOf(
	chat: Chat | null | undefined,
	rows: readonly Message[],
	unread: readonly Message[] = [],
) {
	return {
		chat,
		nodes: byId([...rows, ...unread].map(nodeOf)),
		rows: byId(rows),
		isRefused: false,
	};
}

export const EMPTY = storedOf(undefined, []);
export function heardOf(fields: Partial<HeardChat<Run>> = {}): HeardChat<Run> {
	return { ...NOTHING_HEARD, unsaved: null, snapshotCount: 1, ...fields };
}
export const runsOf = (...messages: Message[]) =>
	new Map(messages.map((message) => [message.id, { message }]));

export function merge(sources: Partial<ChatSources<Run>>, before?: MergedChat): MergedChat {
	const asked = before?.asked ?? new Map();
	return mergeChat({ stored: EMPTY, heard: NOTHING_HEARD, asked, changed: null, ...sources }, before);
}

export const pathOf = ({ path }: MergedChat) => path.map(({ id }) => id);
export const shown = ({ messages }: MergedChat, id = 'a') => messages.get(id);
/** The question and answer as this window has just asked them. */
export const justAsked = () => merge({ changed: CHAT, asked: byId([question(), answer()]) });
