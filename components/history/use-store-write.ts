import { i18n } from '#i18n';
import type { Store } from '../../utils/store/store.ts';
import { useChatServices } from '../chat/services/chat-services.ts';

/**
 * Writes to the database. When the database refuses, this is announced, and the list goes on showing what is stored.
 *
 * @param failed what to announce then, where “couldn’t be changed” does not fit
 */
export function useStoreWrite(failed?: string): (write: (store: Store) => Promise<void>) => void {
	const { loadStore, announcer } = useChatServices();
	return (write) => {
		loadStore()
			.then(write)
			.catch((error: unknown) => {
				console.error('The chat could not be changed.', error);
				announcer.say(failed ?? i18n.t('history.notChanged'));
			});
	};
}
