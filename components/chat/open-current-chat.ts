import type { ChatSession } from '../../utils/run/chat-session.ts';
import { currentChat } from '../../utils/settings/current-chat.ts';

/**
 * Opens the chat that the last window showed, and from then on remembers the one this window shows: a popup that is
 * closed and opened again shows the same chat.
 */
export async function openCurrentChat(session: ChatSession): Promise<void> {
	const chatId = await currentChat.getValue();
	if (chatId !== null && session.getState().path.length === 0) session.open(chatId);
	let shownId = session.getState().chat?.id ?? null;
	session.subscribe(() => {
		const { chat, isLoading } = session.getState();
		const nextId = chat?.id ?? null;
		if (isLoading || nextId === shownId) return;
		shownId = nextId;
		void currentChat.setValue(nextId);
	});
}
