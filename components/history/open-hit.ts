import type { ChatSession } from '../../utils/run/session/chat-state.ts';
import { untilLoaded } from '../../utils/run/session/until-loaded.ts';
import type { Found } from '../../utils/search/protocol.ts';

/** Opens a chat at the message that was found. If that is on another branch, the chat shows this branch from then on. */
export async function openHit(
	session: Pick<ChatSession, 'open' | 'getState' | 'subscribe' | 'showVersion'>,
	{ chatId, messageId, words }: Pick<Found, 'chatId' | 'messageId' | 'words'>,
): Promise<void> {
	session.open(chatId, { messageId, words });
	await untilLoaded(session);
	const state = session.getState();
	// The user can have opened another chat by now.
	if (state.chatId !== chatId || state.path.some(({ id }) => id === messageId)) return;
	session.showVersion(messageId);
}
