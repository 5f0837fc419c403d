import { act } from 'react';
import { vi } from 'vitest';
import { Answer } from '../../../components/chat/answer/answer.tsx';
import type { Message } from '../../../utils/chat/schema.ts';
import type { LiveRun } from '../../../utils/run/window/heard-chat.ts';
import type { FlatMessage } from '../flat-message.ts';
import { chatOf, messageOf, runOf } from './fake-session.ts';
import { renderChat } from './render-chat.tsx';

export const ENTRY = { id: 'a', role: 'assistant', versions: ['a'] } as const;

export function answer(fields: FlatMessage): Message {
	return messageOf({ id: 'a', role: 'assistant', ...fields });
}

/** Resolves when the parts that are loaded late are drawn, too. */
export async function stored(fields: FlatMessage) {
	const chat = await renderChat(<Answer entry={ENTRY} isLast />, { state: chatOf([answer(fields)]) });
	await act(() => vi.dynamicImportSettled());
	return chat;
}

export function live(fields: FlatMessage, more: Partial<LiveRun> = {}) {
	const message = answer(fields);
	const run = runOf(message, more);
	return renderChat(<Answer entry={ENTRY} isLast />, { state: chatOf([message], [run]) });
}
