import { browser } from 'wxt/browser';
import type { Command } from './protocol.ts';

type Ask = Extract<Command, { type: 'ask' }>;

export interface SentAsk {
	command: Ask;
	/** True if the user pressed Stop before the background confirmed the question: it is to be saved, and not answered. */
	isStopped: boolean;
}

/**
 * Each question is an item of its own, because a window that closes has time to write an item, but not to read a list
 * first.
 */
const PREFIX = 'outbox:';

function isSentAsk(item: unknown): item is SentAsk {
	if (typeof item !== 'object' || item === null || !('command' in item)) return false;
	const { command } = item;
	return typeof command === 'object' && command !== null && 'type' in command && command.type === 'ask';
}

/**
 * The outbox holds questions that a window has sent and the database may not have yet: the window can close and the
 * background can be killed before that. A window puts each question in, and the background takes it out when it is saved.
 * The next window sends again what is left; that is harmless, because a command that comes twice runs once.
 *
 * The outbox is kept until the browser closes. A question for which it has no room is sent all the same.
 */
export async function putInOutbox(sent: SentAsk): Promise<void> {
	await browser.storage.session.set({ [PREFIX + sent.command.answerId]: sent });
}

/** To be called when the question is saved, or refused for good. */
export async function removeFromOutbox(answerId: string): Promise<void> {
	await browser.storage.session.remove(PREFIX + answerId);
}

/** To be called when the chat is deleted, so that nothing brings it back. */
export async function removeChatFromOutbox(chatId: string): Promise<void> {
	const left = await readOutbox();
	const gone = left.filter(({ command }) => command.chat.id === chatId);
	await browser.storage.session.remove(gone.map(({ command }) => PREFIX + command.answerId));
}

/**
 * The questions in the order in which they were asked. The background checks them, as it checks whatever comes from a
 * port.
 */
export async function readOutbox(): Promise<SentAsk[]> {
	const items = await browser.storage.session.get(null);
	return Object.entries(items)
		.flatMap(([key, item]) => (key.startsWith(PREFIX) && isSentAsk(item) ? [item] : []))
		.sort((a, b) => a.command.question.createdAt - b.command.question.createdAt);
}
