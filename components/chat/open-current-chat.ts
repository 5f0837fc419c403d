import type { ChatSession } from '../../utils/run/chat-session.ts';
import type { RunClient } from '../../utils/run/run-client.ts';
import { currentChat } from '../../utils/settings/current-chat.ts';

/**
 * Opens the chat that the last window showed, and from then on remembers the one this window shows: a popup that is
 * closed and opened again shows the same chat.
 */
export async function openCurrentChat(session: ChatSession, client: RunClient): Promise<void> {
	// What is sent again belongs to that chat: attached to before, it would seem to be gone.
	const [chatId] = await Promise.all([currentChat.getValue(), client.resend()]);
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
