import { currentWindowId } from '../../../utils/platform/panel.ts';
import { createChatSession } from '../../../utils/run/session/chat-session.ts';
import type { ChatSession } from '../../../utils/run/session/chat-state.ts';
import { createRunClient, type RunClient } from '../../../utils/run/window/run-client.ts';
import { currentChat } from '../../../utils/settings/current-chat.ts';
import { createAnnouncer } from './announcer.ts';
import type { ChatServices, Surface } from './chat-services.ts';
import { createComposerModel } from './composer-model.ts';
import { loadStore } from './preload.ts';
import { createSlot } from './slot.ts';
import { createTargetsStore } from './targets.ts';
import { createUndoBox } from './undo-box.ts';

/** Makes what a window works with, opens the chat it shows, and takes the selection that waits for it. */
export function createChatServices(surface: Surface): ChatServices {
	const client = createRunClient(currentWindowId());
	const session = createChatSession({ client, loadStore });
	const targets = createTargetsStore();
	// The choice for the next chat is used up once that chat exists.
	session.subscribe(() => session.getState().chatId !== null && targets.setNext(null));
	const services: ChatServices = {
		surface,
		client,
		session,
		loadStore,
		composer: createComposerModel(),
		announcer: createAnnouncer(),
		undo: createUndoBox(),
		regenerating: createSlot(),
		acting: createSlot(),
		dictation: createSlot(),
		targets,
		opened: openCurrentChat(session, client),
	};
	// The panel opens for what the user chose outside of it. The welcome is a tab that the user has left by then.
	if (surface !== 'welcome') takeWhileSeen(services);
	return services;
}

/**
 * Takes what waits for a window, now and whenever something new waits, but only while this window can be seen: the panel
 * can be open in a tab, too, and in a tab behind others the answer would be shown to nobody.
 */
function takeWhileSeen(services: ChatServices): void {
	const take = async () => {
		await services.opened;
		if (!document.hidden) await takeSelection(services);
	};
	services.client.onSelectionWaiting(() => void take());
	document.addEventListener('visibilitychange', () => void take());
	void take();
}

/**
 * Takes what the user wants from outside of the window, if anything waits: an action goes to the composer, which carries
 * it out; a selection, or a page, is attached to the draft of the chat that is shown.
 */
export async function takeSelection({ client, composer, acting }: ChatServices): Promise<void> {
	const wanted = await client.takeSelection();
	if (!wanted) return;
	if ('tabId' in wanted) composer.want({ type: 'tab', tabId: wanted.tabId });
	else if ('link' in wanted) composer.want({ type: 'link', link: wanted.link });
	else if ('quote' in wanted) {
		composer.attach(wanted.quote);
		composer.focus();
	} else acting.set(wanted);
}

/**
 * Opens the chat that the last window showed, and from then on remembers the one this window shows: a popup that is
 * closed and opened again shows the same chat.
 */
export async function openCurrentChat(
	session: ChatSession,
	client: Pick<RunClient, 'resend'>,
): Promise<void> {
	// Unconfirmed questions are sent again first. They may belong to that chat, and if it was attached to before the
	// background has them, the chat would seem to be deleted.
	const [lastId] = await Promise.all([currentChat.getValue(), client.resend()]);
	// The user can have opened another chat by now.
	if (lastId !== null && session.getState().chatId === null) session.open(lastId);
	let rememberedId = lastId;
	const remember = () => {
		const { chatId } = session.getState();
		if (chatId === rememberedId) return;
		rememberedId = chatId;
		void currentChat.setValue(chatId);
	};
	session.subscribe(remember);
	remember();
}
