import type { ChatSession } from '../../utils/run/chat-session.ts';
import type { RunClient } from '../../utils/run/run-client.ts';
import { currentChat } from '../../utils/settings/current-chat.ts';

/**
 * Opens the chat that the last window showed, and from then on remembers the one this window shows: a popup that is
 * closed and opened again shows the same chat.
 */
export async function openCurrentChat(
	session: ChatSession,
	client: Pick<RunClient, 'resend'>,
): Promise<void> {
	// What is sent again belongs to that chat: attached to before, it would seem to be gone.
	const [lastId] = await Promise.all([currentChat.getValue(), client.resend()]);
	// A person can have opened another one by now.
	if (lastId !== null && session.getState().chatId === null) session.open(lastId);
	let rememberedId = lastId;
	const remember = () => {
		const { chatId } = session.getState();
		if (chatId === rememberedId) return;
		rememberedId = chatId;
		void currentChat.setValue(chatId);
	};
	session.subscribe(remember);
	remember();
}
