import { browser } from 'wxt/browser';
import type { Command } from './protocol.ts';

type Ask = Extract<Command, { type: 'ask' }>;

export interface SentAsk {
	command: Ask;
	/** The user stopped it before the background was heard of: it is to be saved, and not answered. */
	isStopped: boolean;
}

/** One item a question: a window that closes has time for one write, and none to read first. */
const PREFIX = 'outbox:';

function isSentAsk(item: unknown): item is SentAsk {
	if (typeof item !== 'object' || item === null || !('command' in item)) return false;
	const { command } = item;
	return typeof command === 'object' && command !== null && 'type' in command && command.type === 'ask';
}

/**
 * Questions that were sent and may not have reached the database yet: their window can close and the background be
 * killed, both at once. A window puts a question here and the background takes it out; what is left is sent again by
 * the next window, which is harmless, as a command that comes twice runs once.
 *
 * It holds until the browser closes. A question that finds no room here is sent all the same.
 */
export async function putInOutbox(sent: SentAsk): Promise<void> {
	await browser.storage.session.set({ [PREFIX + sent.command.answerId]: sent });
}

/** The question is saved, or refused for good. */
export async function removeFromOutbox(answerId: string): Promise<void> {
	await browser.storage.session.remove(PREFIX + answerId);
}

/** The chat is deleted: nothing may bring it back. */
export async function removeChatFromOutbox(chatId: string): Promise<void> {
	const left = await readOutbox();
	const gone = left.filter(({ command }) => command.chat.id === chatId);
	await browser.storage.session.remove(gone.map(({ command }) => PREFIX + command.answerId));
}

/** In the order they were asked. The background checks them, as it does whatever comes from a port. */
export async function readOutbox(): Promise<SentAsk[]> {
	const items = await browser.storage.session.get(null);
	return Object.entries(items)
		.flatMap(([key, item]) => (key.startsWith(PREFIX) && isSentAsk(item) ? [item] : []))
		.sort((a, b) => a.command.question.createdAt - b.command.question.createdAt);
}
