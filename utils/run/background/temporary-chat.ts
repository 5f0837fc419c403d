import type { LiveAnswer } from './live-answer.ts';
import type { RunWorld } from './run-answer.ts';
import type { UnsavedChats } from './unsaved-chats.ts';

/**
 * The world for an answer of a temporary chat. A temporary chat is remembered as a chat is that the database refuses:
 * in memory, and in `storage.session` for the next background, which no browser writes to the disk. What the answer
 * grows by is remembered there, too, where other answers have their checkpoints.
 */
export function withoutDisk(world: RunWorld, unsaved: UnsavedChats, live: LiveAnswer): RunWorld {
	const remember = () => {
		const known = unsaved.get(live.message.chatId);
		if (known) unsaved.remember(known.chat, [live.message]);
	};
	return {
		...world,
		store: {
			...world.store,
			appendCheckpoint: async () => remember(),
			saveAnswerResumed: async () => {
				remember();
				return 'saved';
			},
		},
	};
}
