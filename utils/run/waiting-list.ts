import * as v from 'valibot';
import { getItem, removeItem, setItem, watchItem } from '../settings/browser-storage.ts';
import type { Command } from './protocol.ts';

type Ask = Extract<Command, { type: 'ask' }>;

/** The questions of one chat that wait until the answer before them has ended well, in the order they were asked. */
export interface WaitingList {
	/** The answer that the first of them waits for, and the question that it answers: another answer to that does as well. */
	readonly after: { readonly answerId: string; readonly questionId: string | null };
	readonly questions: readonly Ask[];
}

/** The items are our own, of this version or an earlier one, so only what this code relies on is checked. */
const isWaitingList = (item: unknown): item is WaitingList =>
	v.is(
		v.object({
			after: v.object({ answerId: v.string(), questionId: v.nullable(v.string()) }),
			questions: v.array(
				v.object({
					chat: v.object({ id: v.string() }),
					question: v.object({ id: v.string(), parts: v.array(v.object({ type: v.string() })) }),
					answerId: v.string(),
				}),
			),
		}),
		item,
	);

/**
 * Waiting lists by chat, until the browser closes. The background alone writes them; windows read them, so that a
 * window shows what waits while the background sleeps.
 */
const keyOf = (chatId: string) => `session:waiting:${chatId}` as const;

export async function readWaitingList(chatId: string): Promise<WaitingList | null> {
	const item = await getItem(keyOf(chatId));
	return isWaitingList(item) ? item : null;
}

/** Stores a list; null removes it. */
export async function writeWaitingList(chatId: string, list: WaitingList | null): Promise<void> {
	if (list) await setItem(keyOf(chatId), list);
	else await removeItem(keyOf(chatId));
}

/** Calls `onChange` after each change of a chat's list. Returns a function that stops it. */
export function watchWaitingList(chatId: string, onChange: (list: WaitingList | null) => void): () => void {
	return watchItem(keyOf(chatId), (item) => onChange(isWaitingList(item) ? item : null));
}
