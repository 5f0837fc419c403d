import { storage } from 'wxt/utils/storage';

/**
 * Unsent questions by chat id, until the browser closes; `new` is the chat that has none yet. Each is an item of its
 * own, so that a write reads nothing first: a window that closes has no time to wait, and two windows do not
 * overwrite each other's.
 */
const keyOf = (chatId: string) => `session:draft:${chatId}` as const;

export async function draftOf(chatId: string): Promise<string> {
	const stored: unknown = await storage.getItem(keyOf(chatId));
	return typeof stored === 'string' ? stored : '';
}

/** An empty text removes the draft. The caller waits between keystrokes; this does not. */
export async function saveDraft(chatId: string, text: string): Promise<void> {
	if (text === '') await storage.removeItem(keyOf(chatId));
	else await storage.setItem(keyOf(chatId), text);
}
