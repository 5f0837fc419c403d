import type { ChatSources, MergedChat } from './merge-chat.ts';
import type { Chat, Message } from './schema.ts';

export type MergedMeta = Pick<MergedChat, 'chat' | 'followed' | 'remembered'>;

/** What a window shows of the chat itself: its title, target and leaf. Decides as the second table of `mergeChat` says. */
export function mergeMeta(
	{ stored, heard, changed }: ChatSources<{ readonly message: Message }>,
	asked: ReadonlyMap<string, Message>,
	before: MergedMeta,
): MergedMeta {
	const { followed } = before;
	const here = changed ?? before.chat;
	const remembered = heard.unsaved?.chat ?? before.remembered;
	if (stored.chat) {
		if (here && (asked.size > 0 || stored.chat === followed)) return { chat: here, followed, remembered };
		const hasLeafMoved = stored.chat.leafId !== followed?.leafId;
		const leafId = here && !hasLeafMoved ? here.leafId : stored.chat.leafId;
		return { chat: { ...stored.chat, leafId }, followed: stored.chat, remembered };
	}
	const { unsaved } = heard;
	if (!unsaved) return { chat: here, followed, remembered };
	const { leafId } = unsaved.chat;
	if (here) {
		const hasLeafMoved = leafId !== before.remembered?.leafId;
		const isSame =
			before.remembered === null || (!hasLeafMoved && isSameButLeaf(unsaved.chat, before.remembered));
		const chat = isSame ? here : { ...unsaved.chat, leafId: hasLeafMoved ? leafId : here.leafId };
		return { chat, followed, remembered };
	}
	const isLeafThere = unsaved.messages.some(({ id }) => id === leafId);
	const latestId = unsaved.messages.at(-1)?.id ?? null;
	return { chat: { ...unsaved.chat, leafId: isLeafThere ? leafId : latestId }, followed, remembered };
}

/** Whether two states of a chat differ in nothing that its user chooses, but perhaps in what is shown of its tree. */
function isSameButLeaf(one: Chat, other: Chat): boolean {
	const { title, isPinned, endpointId, model, temperature, systemPrompt, effort } = one;
	return (
		title === other.title &&
		isPinned === other.isPinned &&
		endpointId === other.endpointId &&
		model === other.model &&
		temperature === other.temperature &&
		systemPrompt === other.systemPrompt &&
		effort === other.effort
	);
}
