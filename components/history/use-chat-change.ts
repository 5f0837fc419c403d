import type { Chat } from '../../utils/chat/schema.ts';
import type { Store } from '../../utils/store/store.ts';
import { useChatServices } from '../chat/services/chat-services.ts';
import { useStoreWrite } from './use-store-write.ts';

export interface ChatChange {
	/** The chat as it is changed. */
	chat: Chat;
	/** The same change in the database. */
	write: (store: Store) => Promise<void>;
}

/**
 * Changes a chat where it is kept: in the database or, if that refused it, in the memory of the background.
 *
 * @param onUnsavedChanged given for a chat that is not stored; called when its change is on the way to the background
 */
export function useChatChange(onUnsavedChanged: (() => void) | undefined): (change: ChatChange) => void {
	const { client } = useChatServices();
	const change = useStoreWrite();
	return ({ chat, write }) => {
		if (onUnsavedChanged) {
			client.changeUnsaved(chat, []);
			onUnsavedChanged();
		} else change(write);
	};
}
