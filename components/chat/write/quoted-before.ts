import type { ChatState } from '../../../utils/run/session/chat-state.ts';

/** The texts that were quoted in each question before an answer, those of the nearest question first. */
export function quotedBefore(
	{ path, messages }: Pick<ChatState, 'path' | 'messages'>,
	answerId: string,
): string[][] {
	const at = path.findIndex(({ id }) => id === answerId);
	return path
		.slice(0, Math.max(0, at))
		.reverse()
		.map(({ id }) =>
			(messages.get(id)?.parts ?? []).flatMap((part) => (part.type === 'quote' ? [part.text] : [])),
		)
		.filter((texts) => texts.length > 0);
}
