import { currentWindowId } from '../../utils/platform/panel.ts';
import { createChatSession } from '../../utils/run/create-chat-session.ts';
import { createRunClient } from '../../utils/run/create-run-client.ts';
import { createAnnouncer } from './announcer.ts';
import type { ChatServices, Surface } from './chat-services.ts';
import { createComposerModel } from './composer-model.ts';
import { openCurrentChat } from './open-current-chat.ts';
import { loadStore } from './preload.ts';
import { takeSelection } from './take-selection.ts';
import { createTargetsStore } from './targets.ts';

/** Makes what a window works with, opens the chat it shows, and takes the selection that waits for it. */
export function createChatServices(surface: Surface): ChatServices {
	const client = createRunClient(currentWindowId());
	const session = createChatSession({ client, loadStore });
	const services: ChatServices = {
		surface,
		client,
		session,
		loadStore,
		composer: createComposerModel(),
		announcer: createAnnouncer(),
		targets: createTargetsStore(),
		opened: openCurrentChat(session, client),
	};
	const take = () => void services.opened.then(() => takeSelection(services));
	client.onSelectionWaiting(take);
	take();
	return services;
}
