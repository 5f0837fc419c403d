import type { ForeignMessage } from './foreign-chat.ts';

/** Messages that the program keeps as a list: each follows the one before it. */
export function inLine(messages: readonly Omit<ForeignMessage, 'parentId'>[]): ForeignMessage[] {
	let parentId: string | null = null;
	return messages.map((message) => {
		const placed: ForeignMessage = { ...message, parentId };
		parentId = message.id;
		return placed;
	});
}
