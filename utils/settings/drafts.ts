import { storage } from 'wxt/utils/storage';

/**
 * Unsent questions by chat id, kept until the browser closes; `new` is a chat without an id yet. Each is an item of its
 * own, so that a write need not read the others first: a window that closes has no time for that, and two windows
 * cannot overwrite each other's drafts.
 */
const keyOf = (chatId: string) => `session:draft:${chatId}` as const;

export async function draftOf(chatId: string): Promise<string> {
	const stored: unknown = await storage.getItem(keyOf(chatId));
	return typeof stored === 'string' ? stored : '';
}

/** An empty text removes the draft. This writes at once: the caller should not call it for each keystroke. */
export async function saveDraft(chatId: string, text: string): Promise<void> {
	if (text === '') await storage.removeItem(keyOf(chatId));
	else await storage.setItem(keyOf(chatId), text);
}
