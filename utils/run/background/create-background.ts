import type { Failure } from '../../lockchat/failure.ts';
import type { Endpoint } from '../../providers/endpoint.ts';
import type { CheckResult, ProbeResult, Provider } from '../../providers/provider.ts';
import type { Command, ModelsResult, Reply, RunCommand } from '../protocol.ts';
import { createChatTitles } from './chat-titles.ts';
import { fetchPdf } from './fetch-pdf.ts';
import { createHub, type Watcher } from './hub.ts';
import { createKeepAlive } from './keep-alive.ts';
import type { RunWorld } from './run-answer.ts';
import { createRuns } from './runs.ts';
import { createSelectionBox, type SelectionBox } from './selection-box.ts';
import { createTrash } from './trash.ts';
import { createUnsavedChats } from './unsaved-chats.ts';
import { createWaitingQuestions } from './waiting-questions.ts';

export interface Background {
	/** Carries out a window's command. */
	handle(watcher: Watcher, command: Command): void;
	/** A window is gone. Its answers go on, and its probes end. */
	remove(watcher: Watcher): void;
	readonly selections: SelectionBox;
}

/** Makes the side of the port that owns the running answers. It does nothing before the first command. */
export function createBackground(world: RunWorld): Background {
	const hub = createHub();
	const keepAlive = createKeepAlive();
	const unsaved = createUnsavedChats(world.unsavedRecord);
	const runs = createRuns(world, {
		hub,
		keepAlive,
		unsaved,
		onEnded(answer) {
			waiting.ended(answer);
			titles.ended(answer);
		},
	});
	const waiting = createWaitingQuestions({ world, runs, unsaved });
	const titles = createChatTitles({
		world,
		keepAlive,
		isBusy: (chatId) => runs.standing(chatId).runs.length > 0,
	});
	const trash = createTrash({ store: world.store, runs, hub, unsaved, waiting, keepAlive });
	const selections = createSelectionBox();
	const probes = new Map<string, { watcher: Watcher; controller: AbortController }>();

	function reply(watcher: Watcher, requestId: string, sent: Reply): void {
		watcher.post({ type: 'reply', requestId, reply: sent });
	}

	function tidy(): void {
		Promise.all([runs.tidy(), trash.tidy()]).catch((error: unknown) => {
			console.error('What an earlier background has left could not be tidied.', error);
		});
	}

	/** Asks an endpoint on a window's behalf; keeps the background alive until it has answered. */
	async function consult<T>(
		endpoint: Endpoint,
		consultation: (provider: Provider) => Promise<T>,
	): Promise<T | { ok: false; failure: Failure }> {
		const release = keepAlive.hold();
		const provider = world.providerOf(endpoint);
		try {
			return await consultation(provider);
		} catch (error) {
			return { ok: false, failure: await provider.explain(error, endpoint) };
		} finally {
			release();
		}
	}

	function check({ endpoint, model, apiKey }: Extract<Command, { type: 'check' }>): Promise<CheckResult> {
		const access = { model, ...(apiKey !== undefined && { apiKey }) };
		return consult(endpoint, (provider) => provider.check(endpoint, access));
	}

	function models(command: Extract<Command, { type: 'models' }>): Promise<ModelsResult> {
		const { endpoint, apiKey, isDetailed = false } = command;
		const access = { ...(apiKey !== undefined && { apiKey }) };
		return consult<ModelsResult>(endpoint, async (provider) => {
			const details = isDetailed ? await provider.describeModels?.(endpoint, access) : undefined;
			if (!details) return { ok: true, models: await provider.listModels(endpoint, access) };
			return { ok: true, models: details.map(({ id }) => id), details };
		});
	}

	async function probe(watcher: Watcher, command: Extract<Command, { type: 'probe' }>): Promise<void> {
		const { requestId, endpoint, model, apiKey } = command;
		const controller = new AbortController();
		const { signal } = controller;
		probes.set(requestId, { watcher, controller });
		const access = { model, signal, ...(apiKey !== undefined && { apiKey }) };
		const result = await consult<ProbeResult>(endpoint, async (provider) => {
			if (!provider.diagnose)
				throw new Error(`Nothing is known of the connections of kind ${endpoint.kind}.`);
			return provider.diagnose(endpoint, command.probe, access);
		});
		probes.delete(requestId);
		if (!signal.aborted) reply(watcher, requestId, { type: 'probe', result });
	}

	/**
	 * Attaches a window to a chat. The snapshot does not wait for what an earlier background could not save: a second
	 * snapshot follows when that is read.
	 */
	function attach(watcher: Watcher, chatId: string): void {
		const standing = runs.standing(chatId);
		hub.attach(watcher, chatId, standing);
		waiting.resume(chatId);
		if (standing.unsaved !== undefined) return;
		void runs.recall().then(() => {
			if (hub.chatOf(watcher) === chatId) hub.attach(watcher, chatId, runs.standing(chatId));
		});
	}

	/** Starts what was asked, or puts it in the waiting list. Resolves when it is kept. Never rejects. */
	function start(command: RunCommand): Promise<void> {
		return command.type === 'ask' && command.waits ? waiting.add(command) : runs.start(command);
	}

	return {
		selections,
		remove(gone) {
			hub.remove(gone);
			trash.remove(gone);
			for (const { watcher, controller } of probes.values()) if (watcher === gone) controller.abort();
		},
		handle(watcher, command) {
			switch (command.type) {
				case 'attach':
					attach(watcher, command.chatId);
					tidy();
					return;
				case 'ask':
				case 'answer':
				case 'continue':
					void start(command).then(() => watcher.post({ type: 'accepted', answerId: command.answerId }));
					tidy();
					return;
				case 'take-back':
					void waiting
						.takeBack(command)
						.then((question) => reply(watcher, command.requestId, { type: 'take-back', question }));
					return;
				case 'send-waiting':
					void waiting
						.sendNow(command)
						.then(() => reply(watcher, command.requestId, { type: 'send-waiting' }));
					return;
				case 'stop':
					runs.stop(command.answerId);
					return;
				case 'ack':
					hub.ack(watcher, command.answerId, command.rev);
					return;
				case 'delete-chat':
					void trash
						.delete(command.chatId)
						.then((isDeleted) => reply(watcher, command.requestId, { type: 'delete-chat', isDeleted }));
					return;
				case 'discard-chats':
					void trash
						.discard(watcher, command.chatIds)
						.then((discarded) => reply(watcher, command.requestId, { type: 'discard-chats', ...discarded }));
					return;
				case 'restore-chats':
					void trash
						.restore(command.chatIds)
						.then((chatIds) => reply(watcher, command.requestId, { type: 'restore-chats', chatIds }));
					return;
				case 'purge-chats':
					void trash
						.purge(command.chatIds)
						.then(() => reply(watcher, command.requestId, { type: 'purge-chats' }));
					return;
				case 'change-unsaved':
					void runs.changeUnsaved(command.chat, command.deletedIds);
					return;
				case 'get-unsaved':
					void runs
						.getUnsaved()
						.then((chats) => reply(watcher, command.requestId, { type: 'get-unsaved', chats }));
					return;
				case 'check':
					void check(command).then((result) => reply(watcher, command.requestId, { type: 'check', result }));
					return;
				case 'models':
					void models(command).then((result) =>
						reply(watcher, command.requestId, { type: 'models', result }),
					);
					return;
				case 'probe':
					void probe(watcher, command);
					return;
				case 'cancel':
					probes.get(command.probeId)?.controller.abort();
					return;
				case 'fetch-pdf':
					void fetchPdf(command, keepAlive).then((result) =>
						reply(watcher, command.requestId, { type: 'fetch-pdf', result }),
					);
					return;
				case 'take-selection':
					void selections
						.take(command.windowId)
						.then((selection) => reply(watcher, command.requestId, { type: 'take-selection', selection }));
					return;
			}
		},
	};
}
