/** The window's side of the port: what a window can ask of the background, and what it sees of running answers. */

import { browser } from 'wxt/browser';
import type { GrowingText } from '../../chat/growing-text.ts';
import type { Chat, Message } from '../../chat/types.ts';
import type { CompletionStatus, Failure } from '../../lockchat/types.ts';
import type { Endpoint } from '../../providers/endpoint.ts';
import type { CheckResult } from '../../providers/provider.ts';
import {
	type Command,
	emptyAnswer,
	type ModelsResult,
	type Reply,
	type RunCommand,
	type Selection,
	type SelectionWaiting,
	type UnsavedChat,
	type Update,
	type UserMessage,
} from '../protocol.ts';
import { createTurns } from '../turns.ts';
import { createLiveRuns } from './live-runs.ts';
import { createOutstanding, type Request } from './outstanding.ts';
import { createPortLink } from './port-link.ts';

/** `reload-needed`: the extension was updated or removed under this page; only loading it again helps. */
export type Connection = 'connected' | 'reconnecting' | 'reload-needed';

/** An answer that runs, or has ended while this window watched. A new object each time anything but its texts changes. */
export interface LiveRun {
	readonly answerId: string;
	/** All but the growing texts: `content` and `reasoning` are up to date only when the run has ended. */
	readonly message: Message;
	/** Before the first token: what the background is waiting for. */
	readonly status: CompletionStatus['status'] | null;
	readonly retryAt?: number;
	/** The database refused the answer: it lives in memory only. */
	readonly isUnsaved: boolean;
	readonly hasEnded: boolean;
	/** The same object for as long as the window shows the answer, also across a Continue. */
	readonly text: GrowingText;
	readonly reasoning: GrowingText;
}

export interface RunClient {
	/** Watches one chat's runs; the chat watched before is let go. Called again, it asks for a new snapshot. */
	attach(chatId: string): void;
	ask(chat: Chat, question: UserMessage, answerId: string): void;
	answer(chatId: string, questionId: string, answerId: string): void;
	/** Goes on from an answer's partial text. */
	continueAnswer(chatId: string, answerId: string): void;
	/** Sends the questions of windows that closed before the background had saved them. Never rejects. */
	resend(): Promise<void>;
	stop(answerId: string): void;
	/** With what runs in it. Resolves to false where the database refuses; never rejects. */
	deleteChat(chatId: string): Promise<boolean>;
	/** A real one-token request. Never rejects. */
	check(endpoint: Endpoint, model: string, apiKey?: string): Promise<CheckResult>;
	/** Never rejects. */
	listModels(endpoint: Endpoint, apiKey?: string): Promise<ModelsResult>;
	/** Takes the selection asked about in the menu, if one waits. It is handed out once. */
	takeSelection(): Promise<Selection | null>;
	/** The runs of the chat attached to, by answer id; a new map whenever one of them changes. */
	getRuns(): ReadonlyMap<string, LiveRun>;
	/** What the database refused of the chat attached to, as of the last snapshot. */
	getUnsaved(): UnsavedChat | null;
	/** How many snapshots have come: after the next one, a stored answer that is not in `getRuns` does not run. */
	getSnapshotCount(): number;
	getConnection(): Connection;
	/** Called when `getRuns` or `getConnection` would return something new; not for each token. */
	subscribe(listener: () => void): () => void;
	/** Called when a selection waits to be taken. */
	onSelectionWaiting(listener: () => void): () => void;
	close(): void;
}

const INTERRUPTED: Failure = { code: 'interrupted' };

function isSelectionWaiting(message: unknown): message is SelectionWaiting {
	return (
		typeof message === 'object' &&
		message !== null &&
		'type' in message &&
		message.type === 'selection-waiting'
	);
}

/**
 * Connects a window to the background. The port is opened by the first command, and again, with everything that
 * the background may have missed, when it drops while an answer runs.
 *
 * @param windowId the browser window that the page stands in, for the selections that belong to it
 */
export function createRunClient(windowId: Promise<number | null>): RunClient {
	const listeners = new Set<() => void>();
	const selectionListeners = new Set<() => void>();
	const turns = createTurns();
	let attachedTo: string | null = null;
	let snapshotCount = 0;
	let unsaved: UnsavedChat | null = null;

	const notify = (): void => {
		for (const listener of listeners) listener();
	};
	const runs = createLiveRuns(notify);
	const outstanding = createOutstanding((command) => link.post(command));

	function isAnswerRunning(): boolean {
		return outstanding.hasRuns() || [...runs.get().values()].some((run) => !run.hasEnded);
	}

	/** An answer that will never run: its window must not wait for it. */
	function refuse(answerId: string, failure: Failure): void {
		const command = outstanding.refuse(answerId);
		if (!command) return;
		const message: Message = { ...emptyAnswer(command, Date.now()), status: 'failed', failure };
		runs.apply({ type: 'events', answerId, since: 0, rev: 1, events: [{ type: 'started', message }] });
	}

	function receive(update: Update): void {
		switch (update.type) {
			case 'snapshot':
				if (update.chatId !== attachedTo) return;
				snapshotCount += 1;
				unsaved = update.unsaved;
				// A run without an event is not saved yet: a background that dies now has never heard of it.
				for (const { message, rev } of update.runs) if (rev > 0) outstanding.confirm(message.id);
				runs.replace(update.runs);
				return;
			case 'events': {
				outstanding.confirm(update.answerId);
				const isInStep = runs.apply(update);
				if (!isInStep && attachedTo !== null) link.post({ type: 'attach', chatId: attachedTo });
				// What has come is drawn first.
				turns.later(() => link.postIfOpen({ type: 'ack', answerId: update.answerId, rev: update.rev }));
				return;
			}
			case 'accepted':
				outstanding.confirm(update.answerId);
				return;
			case 'reply':
				outstanding.settle(update.requestId, update.reply);
				return;
			case 'refused':
				console.error('The background refused a command.', update.failure.code);
				if (update.answerId !== undefined) refuse(update.answerId, update.failure);
				if (update.requestId !== undefined) outstanding.settle(update.requestId, null);
				return;
		}
	}

	const link = createPortLink({
		onUpdate: receive,
		onDrop: () => isAnswerRunning() || outstanding.hasRequests(),
		onConnect() {
			if (attachedTo !== null) link.post({ type: 'attach', chatId: attachedTo });
			outstanding.postAll();
			void outstanding.resend();
		},
		onConnectionChange: notify,
	});

	/** For what `onConnect` posts too: it must not go out twice. */
	function postOutstanding(command: Command): void {
		if (!link.open()) link.post(command);
	}

	function run(command: RunCommand): void {
		outstanding.add(command);
		postOutstanding(command);
	}

	function request(command: Request): Promise<Reply | null> {
		const reply = outstanding.request(command);
		postOutstanding(command);
		return reply;
	}

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
			if (attachedTo !== chatId) {
				unsaved = null;
				runs.clear();
			}
			attachedTo = chatId;
			postOutstanding({ type: 'attach', chatId });
		},
		ask: (chat, question, answerId) => run({ type: 'ask', chat, question, answerId }),
		answer: (chatId, questionId, answerId) => run({ type: 'answer', chatId, questionId, answerId }),
		continueAnswer: (chatId, answerId) => run({ type: 'continue', chatId, answerId }),
		resend: outstanding.resend,
		stop(answerId) {
			outstanding.stop(answerId);
			link.post({ type: 'stop', answerId });
		},
		async deleteChat(chatId) {
			outstanding.forgetChat(chatId);
			const reply = await request({ type: 'delete-chat', requestId: crypto.randomUUID(), chatId });
			return reply?.type === 'delete-chat' && reply.isDeleted;
		},
		async check(endpoint, model, apiKey) {
			const requestId = crypto.randomUUID();
			const key = apiKey === undefined ? {} : { apiKey };
			const reply = await request({ type: 'check', requestId, endpoint, model, ...key });
			return reply?.type === 'check' ? reply.result : { ok: false, failure: INTERRUPTED };
		},
		async listModels(endpoint, apiKey) {
			const requestId = crypto.randomUUID();
			const key = apiKey === undefined ? {} : { apiKey };
			const reply = await request({ type: 'models', requestId, endpoint, ...key });
			return reply?.type === 'models' ? reply.result : { ok: false, failure: INTERRUPTED };
		},
		async takeSelection() {
			const requestId = crypto.randomUUID();
			const reply = await request({ type: 'take-selection', requestId, windowId: await windowId });
			return reply?.type === 'take-selection' ? reply.selection : null;
		},
		getRuns: runs.get,
		getUnsaved: () => unsaved,
		getSnapshotCount: () => snapshotCount,
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
			outstanding.close();
			turns.close();
			link.close();
		},
	};
}
