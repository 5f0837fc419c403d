import { i18n } from '#i18n';
import type { ChatServices } from './chat-services.ts';

/** Makes a chat of its own of the path to a message, and shows it. A refusal is told. */
export async function forkChat(
	{ session, loadStore, announcer, composer }: ChatServices,
	messageId: string,
): Promise<void> {
	const { chat } = session.getState();
	if (!chat) return;
	const title = i18n.t('chat.fork.titled', { title: chat.title || i18n.t('history.untitled') });
	let id: string | null = null;
	try {
		id = await (await loadStore()).forkChat({ chatId: chat.id, messageId, title });
	} catch (error) {
		console.error('A chat was not forked.', error);
	}
	if (id === null) {
		announcer.say(i18n.t('chat.fork.failed'));
		return;
	}
	session.open(id);
	announcer.say(title);
	composer.focus();
}

/** Shows the chat that this one was forked from, if it is still there. */
export async function openParent(
	{ session, loadStore, announcer }: ChatServices,
	chatId: string,
): Promise<void> {
	const parent = await loadStore()
		.then((store) => store.getChat(chatId))
		.catch(() => null);
	if (parent) session.open(chatId);
	else announcer.say(i18n.t('chat.fork.parentGone'));
}
