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

export function stored(fields: FlatMessage) {
	return renderChat(<Answer entry={ENTRY} isLast />, { state: chatOf([answer(fields)]) });
}

export function live(fields: FlatMessage, more: Partial<LiveRun> = {}) {
	const message = answer(fields);
	const run = runOf(message, more);
	return renderChat(<Answer entry={ENTRY} isLast />, { state: chatOf([message], [run]) });
}
