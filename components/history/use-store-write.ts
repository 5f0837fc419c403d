import { i18n } from '#i18n';
import type { Store } from '../../utils/store/store.ts';
import { useChatServices } from '../chat/services/chat-services.ts';

/**
 * Makes a change that the user wants in the database. If the database refuses, a screen reader is told, and the list
 * keeps showing what is stored.
 *
 * @param failed the text for a refusal, if “couldn’t be changed” does not fit
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
