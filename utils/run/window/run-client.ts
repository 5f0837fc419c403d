/** The window's side of the port: what a window can ask of the background, and what it sees of running answers. */

import { browser } from 'wxt/browser';
import type { HeardChat } from '../../chat/merged-chat.ts';
import type { Chat, UserMessage } from '../../chat/schema.ts';
import type { Failure } from '../../lockchat/failure.ts';
import { fitsPort } from '../port-size.ts';
import {
	type Command,
	emptyAnswer,
	type Reply,
	type RunCommand,
	type SelectionWaiting,
	type Update,
} from '../protocol.ts';
import { createTurns } from '../turns.ts';
import { createHeardChats, type LiveRun } from './heard-chat.ts';
import { createPendingCommands, type Request } from './pending-commands.ts';
import { type ConnectionState, createPortLink } from './port-link.ts';
import { createRequests, type Requests } from './requests.ts';

export interface RunClient extends Requests {
	/** Watches one chat, in place of the one before. A second call for the same chat asks for a new snapshot. */
	attach(chatId: string): void;
	ask(chat: Chat, question: UserMessage, answerId: string): void;
	/** Asks a question once the answer that it follows has ended well. */
	askLater(chat: Chat, question: UserMessage, answerId: string): void;
	answer(asked: Omit<Extract<Command, { type: 'answer' }>, 'type'>): void;
	/** Goes on from an answer's partial text. */
	continueAnswer(chatId: string, answerId: string): void;
	/** Sends the questions of windows that closed before the background had saved them. Never rejects. */
	resend(): Promise<void>;
	stop(answerId: string): void;
	/** Asks for what a part of the window needs that is loaded later. Null where there is no reply; never rejects. */
	request(asked: LaterRequest): Promise<Reply | null>;
	/**
	 * Tells that the user changed a chat of which the database may have refused something, and deleted these messages
	 * of it.
	 */
	changeUnsaved(chat: Chat, deletedIds: readonly string[]): void;
	/** What the background has told of this chat; nothing if the window is not attached to it. */
	getHeard(chatId: string): HeardChat<LiveRun>;
	getConnection(): ConnectionState;
	/** Called when `getHeard` or `getConnection` would return something new; not for each token. */
	subscribe(listener: () => void): () => void;
	/** Called when a selection waits to be taken. */
	onSelectionWaiting(listener: () => void): () => void;
	close(): void;
}

/** A request without its id. */
type LaterRequest = {
	[Type in Request['type']]: Omit<Extract<Request, { type: Type }>, 'requestId'>;
}['take-back' | 'send-waiting' | 'discard-chats' | 'restore-chats' | 'purge-chats' | 'fetch-pdf'];

const TOO_LONG: Failure = { code: 'question-too-long' };

const isSelectionWaiting = (message: unknown): message is SelectionWaiting =>
	typeof message === 'object' &&
	message !== null &&
	'type' in message &&
	message.type === 'selection-waiting';

/**
 * Connects a window to the background. The port is opened by the first command, and again, with everything that
 * the background may have missed, when it drops while an answer runs or before the first snapshot has come.
 *
 * @param windowId the browser window that the page stands in, for the selections that belong to it
 */
export function createRunClient(windowId: Promise<number | null>): RunClient {
	const listeners = new Set<() => void>();
	const selectionListeners = new Set<() => void>();
	const turns = createTurns();

	const notify = (): void => {
		for (const listener of listeners) listener();
	};
	const heard = createHeardChats(notify);
	const pending = createPendingCommands((command) => link.post(command));

	/** Shows an answer that will never run as failed, so that the window does not wait for it. */
	function showRefused(command: RunCommand, failure: Failure): void {
		heard.showRefused({ ...emptyAnswer(command, Date.now()), status: 'failed', failure });
	}

	function attachAgain(chatId = heard.attachedTo()): void {
		if (chatId !== null) link.post({ type: 'attach', chatId });
	}

	function receive(update: Update): void {
		switch (update.type) {
			case 'snapshot':
				if (!heard.takeSnapshot(update)) return;
				// A run without an event is not saved yet. If the background dies now, its command must be posted again.
				for (const { message, rev } of update.runs) if (rev > 0) pending.confirm(message.id);
				return;
			case 'deleted':
				heard.takeDeletion(update.chatId);
				return;
			case 'events':
				// The answer has begun, so what was asked is saved, or cannot be. Later events need not say so again.
				if (update.since === 0) pending.confirm(update.answerId);
				if (!heard.takeEvents(update)) attachAgain();
				// The window draws what has come before it acknowledges it.
				turns.later(() => link.postIfOpen({ type: 'ack', answerId: update.answerId, rev: update.rev }));
				return;
			case 'accepted':
				pending.confirm(update.answerId);
				return;
			case 'reply':
				pending.resolveRequest(update.requestId, update.reply);
				return;
			case 'refused':
				console.error('The background refused a command.', update.failure.code);
				giveUp(update, update.failure);
				return;
		}
	}

	/** Gives up a command that is refused for good: it is not sent again, and whoever waits for it is told. */
	function giveUp(
		{ answerId, requestId }: { answerId?: string; requestId?: string },
		failure: Failure,
	): void {
		const command = answerId === undefined ? null : pending.refuse(answerId);
		if (command) showRefused(command, failure);
		if (requestId !== undefined) pending.resolveRequest(requestId, null);
	}

	const link = createPortLink({
		onUpdate: receive,
		onDrop: () =>
			pending.hasRuns() || pending.hasRequests() || heard.isAnswerRunning() || heard.awaitsSnapshot(),
		onConnect() {
			attachAgain();
			pending.postAll();
			void pending.resend();
		},
		onConnectionChange: notify,
		onUnsendable(command) {
			if ('answerId' in command) giveUp({ answerId: command.answerId }, TOO_LONG);
			if ('requestId' in command) giveUp({ requestId: command.requestId }, TOO_LONG);
		},
	});

	/** Posts a pending command. If this opens the port, `onConnect` has posted the command already. */
	function postPending(command: Command): void {
		if (!link.open()) link.post(command);
	}

	function run(command: RunCommand): void {
		if (!fitsPort(command)) {
			showRefused(command, TOO_LONG);
			return;
		}
		pending.add(command);
		postPending(command);
	}

	function request(command: Request): Promise<Reply | null> {
		if (!fitsPort(command)) return Promise.resolve(null);
		const reply = pending.request(command);
		postPending(command);
		return reply;
	}

	const requests = createRequests({
		post: request,
		cancel(requestId) {
			pending.resolveRequest(requestId, null);
			link.postIfOpen({ type: 'cancel', probeId: requestId });
		},
		windowId,
	});

	const onMessage = (message: unknown): undefined => {
		if (!isSelectionWaiting(message)) return;
		void windowId.then((own) => {
			if (message.windowId !== null && own !== null && message.windowId !== own) return;
			for (const listener of selectionListeners) listener();
		});
	};
	browser.runtime.onMessage.addListener(onMessage);

	return {
		attach(chatId) {
			heard.turnTo(chatId);
			postPending({ type: 'attach', chatId });
		},
		ask: (chat, question, answerId) => run({ type: 'ask', chat, question, answerId }),
		askLater: (chat, question, answerId) => run({ type: 'ask', chat, question, answerId, waits: true }),
		answer: (asked) => run({ type: 'answer', ...asked }),
		continueAnswer: (chatId, answerId) => run({ type: 'continue', chatId, answerId }),
		resend: pending.resend,
		stop(answerId) {
			pending.stop(answerId);
			link.post({ type: 'stop', answerId });
		},
		...requests,
		request(asked) {
			if (asked.type === 'discard-chats') asked.chatIds.forEach(pending.forgetChat);
			return request({ ...asked, requestId: crypto.randomUUID() });
		},
		deleteChat(chatId) {
			pending.forgetChat(chatId);
			return requests.deleteChat(chatId);
		},
		changeUnsaved: (chat, deletedIds) =>
			link.post({ type: 'change-unsaved', chat, deletedIds: [...deletedIds] }),
		getHeard: heard.of,
		getConnection: link.getConnection,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		onSelectionWaiting(listener) {
			selectionListeners.add(listener);
			return () => selectionListeners.delete(listener);
		},
		close() {
			browser.runtime.onMessage.removeListener(onMessage);
			pending.close();
			turns.close();
			link.close();
		},
	};
}
