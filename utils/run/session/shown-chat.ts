import type { Chat, Message } from '../../chat/schema.ts';
import type { Store } from '../../store/store.ts';
import type { RunClient } from '../window/run-client.ts';
import { createOpenChat, type OpenChat } from './open-chat.ts';

/** Which chat a window shows: a new one, or one that is open. */
export interface ShownChat {
	/** Null for a new chat. */
	getOpen(): OpenChat | null;
	/** The chat in whose place a new one is shown, as it was deleted. */
	getGoneId(): string | null;
	/** The database cannot be read or written. */
	isStoreFailing(): boolean;
	open(chatId: string): void;
	startNew(): void;
	/** Shows a chat as it is about to be stored, with messages that are. */
	show(chat: Chat, messages: readonly Message[]): void;
	/** The database refused something. */
	fail(error: unknown): void;
	close(): void;
}

export interface ShownChatHandlers {
	/** The path as it is drawn, first question first. */
	shownIds(): readonly string[];
	/** Another chat is shown, or something of this one or of the client has changed. */
	onChange(): void;
}

/** Begins with a new chat. */
export function createShownChat(
	client: RunClient,
	loadStore: () => Promise<Store>,
	{ shownIds, onChange }: ShownChatHandlers,
): ShownChat {
	let open: OpenChat | null = null;
	let goneId: string | null = null;
	let isStoreFailing = false;

	function turnTo(next: OpenChat | null): void {
		open?.close();
		open = next;
		goneId = null;
	}

	function changed(): void {
		if (open?.isGone()) {
			const { id } = open;
			turnTo(null);
			goneId = id;
		}
		onChange();
	}

	function fail(error: unknown): void {
		console.error('The database of chats does not answer.', error);
		isStoreFailing = true;
		changed();
	}

	function createOpen(chatId: string): OpenChat {
		return createOpenChat(chatId, {
			client,
			loadStore,
			shownIds,
			onStored(chat) {
				if (chat !== null) isStoreFailing = false;
				changed();
			},
			onError: fail,
		});
	}

	const unsubscribe = client.subscribe(() => {
		open?.hear();
		changed();
	});

	return {
		getOpen: () => open,
		getGoneId: () => goneId,
		isStoreFailing: () => isStoreFailing,
		open(chatId) {
			turnTo(createOpen(chatId));
			client.attach(chatId);
			changed();
		},
		startNew() {
			turnTo(null);
			changed();
		},
		show(chat, messages) {
			const isOther = open?.id !== chat.id;
			if (isOther) turnTo(createOpen(chat.id));
			open?.put(chat, messages);
			if (isOther) client.attach(chat.id);
			changed();
		},
		fail,
		close() {
			unsubscribe();
			open?.close();
		},
	};
}
