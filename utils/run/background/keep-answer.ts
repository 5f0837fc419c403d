import type { Message } from '../../chat/schema.ts';
import type { RunStore } from '../../store/store.ts';
import type { RunPlan } from './run-answer.ts';
import type { UnsavedChats } from './unsaved-chats.ts';

/** Saves the final row of an answer, or remembers it where the database refuses. Never rejects. */
export async function keepAnswer(
	{ store, unsaved }: { store: RunStore; unsaved: UnsavedChats },
	{ chat, path }: RunPlan,
	answer: Message,
): Promise<void> {
	try {
		const known = unsaved.get(chat.id);
		if (known) {
			// The user may have changed the chat since the run began.
			unsaved.remember(known.chat, [answer]);
			await unsaved.save(store, chat.id);
		} else {
			await store.saveAnswer(answer);
		}
	} catch (error) {
		console.error('An answer could not be saved; it lives in memory only.', error);
		const question = path.findLast(({ id }) => id === answer.parentId);
		const known = unsaved.get(chat.id)?.chat ?? { ...chat, leafId: answer.id };
		unsaved.remember(known, question ? [question, answer] : [answer]);
	}
}
