import { buildChat } from './build-chat.ts';
import { readChatgpt } from './chatgpt.ts';
import { readChatgptbox } from './chatgptbox.ts';
import { readClaude } from './claude.ts';
import type { BuiltChat, ForeignFormat, ForeignReader, Losses } from './foreign-chat.ts';
import { readLibrechat } from './librechat.ts';
import { readOpenWebui } from './open-webui.ts';
import { readPageAssist } from './page-assist.ts';

/** Each knows its chats by fields that no other has, so that one broken chat does not hide what the others are. */
const READERS: readonly [ForeignFormat, ForeignReader][] = [
	['chatgpt', readChatgpt],
	['claude', readClaude],
	['page-assist', readPageAssist],
	['open-webui', readOpenWebui],
	['librechat', readLibrechat],
	['chatgptbox', readChatgptbox],
];

export interface ReadForeignChat extends BuiltChat {
	format: ForeignFormat;
	losses: Losses;
	/** How many messages could not be understood. */
	broken: number;
}

/** A chat of another program; null where it is none of those that are known. Never throws. */
export function readForeignChat(value: unknown, now: number): ReadForeignChat | null {
	for (const [format, read] of READERS) {
		const foreign = read(value);
		if (!foreign) continue;
		return { format, ...buildChat(format, foreign, now), losses: foreign.losses, broken: foreign.broken };
	}
	return null;
}
