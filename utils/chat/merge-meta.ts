import type { ChatSources, MergedChat } from './merged-chat.ts';
import type { Chat, Message } from './schema.ts';
import { isSameTarget, targetOfChat, withTarget } from './target.ts';

export type MergedMeta = Pick<MergedChat, 'chat' | 'followed' | 'unread' | 'remembered'>;

/** What a window shows of the chat itself: its title, target and leaf. Decides as the second table of `mergeChat` says. */
export function mergeMeta(
	{ stored, heard, changed }: ChatSources<{ readonly message: Message }>,
	asked: ReadonlyMap<string, Message>,
	before: MergedMeta,
): MergedMeta {
	const { followed } = before;
	const here = changed ?? before.chat;
	const unread = changed ? [...before.unread, changed] : before.unread;
	const remembered = heard.unsaved?.chat ?? before.remembered;
	if (stored.chat) {
		const isWaiting = asked.size > 0 || stored.chat === followed;
		if (here && isWaiting) return { chat: here, followed, unread, remembered };
		const { leafId: storedLeafId } = stored.chat;
		const target = targetOfChat(stored.chat);
		const readAt = unread.findIndex((own) => own.leafId === storedLeafId && isSameTarget(own, target));
		const later = unread.slice(readAt + 1);
		if (here && readAt >= 0 && later.length > 0) {
			const chat = { ...withTarget(stored.chat, targetOfChat(here)), leafId: here.leafId };
			return { chat, followed: stored.chat, unread: later, remembered };
		}
		const hasLeafMoved = storedLeafId !== followed?.leafId;
		const leafId = here && !hasLeafMoved ? here.leafId : storedLeafId;
		return { chat: { ...stored.chat, leafId }, followed: stored.chat, unread: [], remembered };
	}
	const { unsaved } = heard;
	if (!unsaved) return { chat: here, followed, unread, remembered };
	const { leafId } = unsaved.chat;
	if (here) {
		const hasLeafMoved = leafId !== before.remembered?.leafId;
		const isSame =
			before.remembered === null || (!hasLeafMoved && isSameButLeaf(unsaved.chat, before.remembered));
		const chat = isSame ? here : { ...unsaved.chat, leafId: hasLeafMoved ? leafId : here.leafId };
		return { chat, followed, unread, remembered };
	}
	const isLeafThere = unsaved.messages.some(({ id }) => id === leafId);
	const latestId = unsaved.messages.at(-1)?.id ?? null;
	const chat = { ...unsaved.chat, leafId: isLeafThere ? leafId : latestId };
	return { chat, followed, unread, remembered };
}

/** Whether two states of a chat are the same in everything but what is shown of its tree. */
function isSameButLeaf(one: Chat, other: Chat): boolean {
	return one.title === other.title && one.isPinned === other.isPinned && isSameTarget(one, other);
}
