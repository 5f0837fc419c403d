import { deleteCheckpointsWhere } from './checkpoint-rows.ts';
import type { StoreContext } from './store-context.ts';

/** With its messages and checkpoints; strict, as what is deleted may not come back. */
export function deleteChat({ connection: { strict } }: StoreContext, chatId: string): PromiseLike<void> {
	return strict.transaction(
		'rw',
		[strict.chats, strict.nodes, strict.messages, strict.checkpoints],
		async () => {
			const ids = await strict.messages.where('chatId').equals(chatId).primaryKeys();
			const gone = new Set(ids);
			await deleteCheckpointsWhere(strict, (answerId) => gone.has(answerId));
			await strict.messages.bulkDelete(ids);
			// By range of the primary key: one request, where an index prefix would take one a row.
			await strict.nodes.where('[chatId+id]').between([chatId, ''], [chatId, []]).delete();
			await strict.chats.delete(chatId);
		},
	);
}
