import type { Chat, Message, UnsavedChat } from '../../chat/schema.ts';
import { toFailure } from '../../providers/to-failure.ts';
import { emptyAnswer, type RunCommand } from '../protocol.ts';
import type { Hub, Standing } from './hub.ts';
import type { KeepAlive } from './keep-alive.ts';
import { keepAnswer } from './keep-answer.ts';
import { createLiveAnswer, type LiveAnswer } from './live-answer.ts';
import { prepareRun } from './prepare-run.ts';
import { type RunWorld, runAnswer } from './run-answer.ts';
import { withoutDisk } from './temporary-chat.ts';
import type { UnsavedChats } from './unsaved-chats.ts';

/** The answers that run in this background. */
export interface Runs {
	/**
	 * Starts a run, once for each answer id. `standing` knows the run as soon as this returns. The promise resolves
	 * when what was asked is saved, or cannot be. Never rejects.
	 */
	start(command: RunCommand): Promise<void>;
	stop(answerId: string): void;
	/** Resolves when the answer does not run, and nothing of it is written any more. Never rejects. */
	untilOver(answerId: string): Promise<void>;
	/** An answer that runs, as far as it has come. */
	find(answerId: string): Message | null;
	/** Ends a chat's runs, and keeps what they have saved. Resolves when nothing of the chat is written any more. */
	endChat(chatId: string): Promise<void>;
	/**
	 * Ends a chat's runs. Resolves when nothing of the chat is written any more, and nothing of it can be recalled.
	 * True if the database had refused the chat from its first question on, so that there is nothing to delete in it.
	 */
	discardChat(chatId: string): Promise<boolean>;
	/** Reads what an earlier background could not save. Never rejects. */
	recall(): Promise<void>;
	/** The user changed a chat that the database may have refused, and deleted these messages of it. Never rejects. */
	changeUnsaved(chat: Chat, deletedIds: readonly string[]): Promise<void>;
	/** What the database refused, chat by chat. Answers that still run are in it as far as they have come. Never rejects. */
	getUnsaved(): Promise<UnsavedChat[]>;
	/** How this chat stands now, for a window that attaches to it. */
	standing(chatId: string): Standing;
	/**
	 * Brings the database up to date. The answers that a dead background left as running are marked as interrupted, once
	 * in this background's life; what the database refused is offered to it again.
	 */
	tidy(): Promise<void>;
}

interface Run {
	chatId: string;
	live: LiveAnswer;
	abort: AbortController;
	isDiscarded: boolean;
	/** Resolves when what was asked is saved, or cannot be. */
	prepared: Promise<void>;
	done: Promise<void>;
}

export interface RunsSurroundings {
	hub: Hub;
	keepAlive: KeepAlive;
	unsaved: UnsavedChats;
	/** Called when an answer has ended, was kept, and is counted as running no more. */
	onEnded(answer: Message): void;
}

export function createRuns(world: RunWorld, { hub, keepAlive, unsaved, onEnded }: RunsSurroundings): Runs {
	const { store } = world;
	const runs = new Map<string, Run>();
	/** The ids of all runs. `tidy` spares their rows, so an id is put in before its row is written. */
	const liveIds = new Set<string>();
	/** Chats whose windows may be showing what the database refused. */
	const toldUnsaved = new Set<string>();
	let interrupting: Promise<void> | undefined;

	function removeFromOutbox(answerId: string): void {
		world
			.removeFromOutbox(answerId)
			.catch((error: unknown) => console.error('A question will be sent again, and found answered.', error));
	}

	async function carryOut(command: RunCommand, run: Run, onPrepared: () => void): Promise<void> {
		const { live, abort } = run;
		const prepared = await prepareRun({ store, unsaved }, command, live.message);
		if (command.type === 'ask') removeFromOutbox(command.answerId);
		onPrepared();
		switch (prepared.type) {
			case 'ready': {
				const { plan } = prepared;
				live.start(prepared.message);
				if (prepared.isUnsaved) {
					live.markUnsaved();
					// Since the database refused the question, the other windows cannot read it there.
					hub.refresh(run.chatId, standing(run.chatId));
				}
				const on = plan.chat.isTemporary ? withoutDisk(world, unsaved, live) : world;
				await runAnswer(live, plan, { world: on, signal: abort.signal });
				if (!run.isDiscarded) await keepAnswer({ store, unsaved }, plan, live.message);
				// The user has deleted this answer: it is not remembered, and a row that is left must not stand as running.
				else await store.saveAnswer(live.message).catch(() => undefined);
				return;
			}
			case 'exists': {
				const { answerId } = command;
				const remembered = unsaved.get(run.chatId)?.messages.find(({ id }) => id === answerId);
				const stored = remembered ?? (await store.readPartial(answerId));
				if (!stored) {
					live.finish({ type: 'stopped' });
					return;
				}
				live.start(stored);
				// A dead background may have left the row as running. `tidy` passes over it, since this run is live.
				await store.saveAnswer(stored);
				return;
			}
			case 'missing':
				live.finish({ type: 'stopped' });
				return;
		}
	}

	/** Tells the windows that show what the database had refused, once the database has taken all of it. */
	function tellIfSaved(chatId: string): void {
		const isUnsaved = unsaved.get(chatId) !== null;
		if (isUnsaved) toldUnsaved.add(chatId);
		else if (toldUnsaved.delete(chatId)) hub.refresh(chatId, standing(chatId));
	}

	/**
	 * Offers the database what it refused, since it may have room again. A chat in which an answer runs is offered
	 * when the answer ends.
	 */
	async function saveRefused(): Promise<void> {
		await unsaved.recall();
		for (const { chat } of unsaved.list()) {
			if (runsOf(chat.id).length > 0) continue;
			await unsaved.save(store, chat.id).then(
				() => tellIfSaved(chat.id),
				() => undefined,
			);
		}
	}

	function runsOf(chatId: string): Run[] {
		return [...runs.values()].filter((run) => run.chatId === chatId);
	}

	function standing(chatId: string): Standing {
		const found = unsaved.find(chatId);
		if (found) toldUnsaved.add(chatId);
		return {
			runs: runsOf(chatId).map((run) => run.live.snapshot()),
			...(found !== undefined && { unsaved: found }),
		};
	}

	/** Ends these runs, and remembers nothing of them. Resolves when they write nothing more. */
	async function discard(discarded: readonly Run[]): Promise<void> {
		for (const run of discarded) {
			run.isDiscarded = true;
			run.abort.abort();
		}
		await Promise.allSettled(discarded.map((run) => run.done));
	}

	async function endChat(chatId: string): Promise<void> {
		// What an earlier background left is read first: read after the deletion, it would bring the chat back.
		await unsaved.recall();
		await discard(runsOf(chatId));
	}

	async function run(command: RunCommand, run: Run, onPrepared: () => void): Promise<void> {
		const { answerId } = command;
		try {
			await carryOut(command, run, onPrepared);
		} catch (error) {
			// A run must end for its windows, whatever went wrong.
			run.live.finish({ type: 'failed', failure: toFailure(error) });
		}
		onPrepared();
		tellIfSaved(run.chatId);
		const isUnsaved = unsaved.get(run.chatId)?.messages.some(({ id }) => id === answerId) ?? false;
		if (!isUnsaved) void saveRefused();
		liveIds.delete(answerId);
		runs.delete(answerId);
		run.live.tellEnded({ isUnsaved });
		if (!run.isDiscarded) onEnded(run.live.message);
	}

	return {
		start(command) {
			const { answerId } = command;
			const known = runs.get(answerId);
			if (known) return known.prepared;
			const initial = emptyAnswer(command, Date.now());
			const { chatId } = initial;
			const live = createLiveAnswer(initial, hub.publisherOf(chatId, answerId));
			const abort = new AbortController();
			let onPrepared = (): void => undefined;
			const prepared = new Promise<void>((resolve) => {
				onPrepared = resolve;
			});
			const entry: Run = { chatId, live, abort, isDiscarded: false, prepared, done: Promise.resolve() };
			runs.set(answerId, entry);
			liveIds.add(answerId);
			const release = keepAlive.hold();
			entry.done = run(command, entry, onPrepared).finally(release);
			return prepared;
		},
		stop(answerId) {
			runs.get(answerId)?.abort.abort();
		},
		untilOver: async (answerId) => runs.get(answerId)?.done,
		find: (answerId) => runs.get(answerId)?.live.message ?? null,
		endChat,
		async discardChat(chatId) {
			await endChat(chatId);
			const isUnstored = unsaved.get(chatId)?.messages.some(({ parentId }) => parentId === null) ?? false;
			await unsaved.forget(chatId);
			return isUnstored;
		},
		recall: unsaved.recall,
		async changeUnsaved(chat, deletedIds) {
			await unsaved.recall();
			// A deleted answer that still runs is ended first. Otherwise it would be remembered again at its end.
			await discard(deletedIds.flatMap((id) => runs.get(id) ?? []));
			if (!unsaved.get(chat.id)) return;
			unsaved.change(chat, deletedIds);
			hub.refresh(chat.id, standing(chat.id));
		},
		async getUnsaved() {
			await unsaved.recall();
			const refused = unsaved.list().filter(({ chat }) => !chat.isTemporary);
			return refused.map(({ chat, messages }) => ({
				chat,
				messages: messages.map((message) => runs.get(message.id)?.live.message ?? message),
			}));
		},
		standing,
		async tidy() {
			interrupting ??= store.interruptOrphans(liveIds).then(() => undefined);
			try {
				await interrupting;
			} catch (error) {
				interrupting = undefined;
				throw error;
			}
			await saveRefused();
		},
	};
}
