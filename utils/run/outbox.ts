import { browser } from 'wxt/browser';
import type { Command } from './protocol.ts';

export type Ask = Extract<Command, { type: 'ask' }>;

/** One item a question: a window that closes has time for one write, and none to read first. */
const PREFIX = 'outbox:';

function isAsk(item: unknown): item is Ask {
	return typeof item === 'object' && item !== null && 'type' in item && item.type === 'ask';
}

/**
 * Questions that were sent and may not have reached the database yet: their window can close and the background be
 * killed, both at once. A window puts a question here and the background takes it out; what is left is sent again by
 * the next window, which is harmless, as a command that comes twice runs once.
 *
 * It holds until the browser closes. A question that finds no room here is sent all the same.
 */
export async function putInOutbox(command: Ask): Promise<void> {
	await browser.storage.session.set({ [PREFIX + command.answerId]: command });
}

/** The question is saved, or refused for good. */
export async function removeFromOutbox(answerId: string): Promise<void> {
	await browser.storage.session.remove(PREFIX + answerId);
}

/** In the order they were asked. The background checks them, as it does whatever comes from a port. */
export async function readOutbox(): Promise<Ask[]> {
	const items = await browser.storage.session.get(null);
	return Object.entries(items)
		.flatMap(([key, item]) => (key.startsWith(PREFIX) && isAsk(item) ? [item] : []))
		.sort((a, b) => a.question.createdAt - b.question.createdAt);
}
