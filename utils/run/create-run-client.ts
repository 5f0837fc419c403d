import { browser } from 'wxt/browser';
import type { Message } from '../chat/types.ts';
import type { Failure } from '../lockchat/types.ts';
import { emptyAnswer, type RunCommand } from './empty-answer.ts';
import { createLiveRuns } from './live-runs.ts';
import { createOutstanding, type Request } from './outstanding.ts';
import { createPortLink } from './port-link.ts';
import type { Command, Reply, SelectionWaiting, UnsavedChat, Update } from './protocol.ts';
import type { RunClient } from './run-client.ts';
import { createTurns } from './turns.ts';

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
