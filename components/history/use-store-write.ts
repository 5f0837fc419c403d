import { i18n } from '#i18n';
import type { Store } from '../../utils/store/store.ts';
import { useChatServices } from '../chat/chat-services.ts';

/** Writes to the database what the user does here; a refusal is said aloud, and the list keeps showing what is stored. */
export function useStoreWrite(): (write: (store: Store) => Promise<void>) => void {
	const { loadStore, announcer } = useChatServices();
	return (write) => {
		loadStore()
			.then(write)
			.catch((error: unknown) => {
				console.error('The chat could not be changed.', error);
				announcer.say(i18n.t('history.notChanged'));
			});
	};
}
