import type { Chat, Message, UnsavedChat } from '../../chat/schema.ts';
import { emptyAnswer, type RunCommand } from '../protocol.ts';
import { explainFailure } from './explain-failure.ts';
import type { Hub, Standing } from './hub.ts';
import type { KeepAlive } from './keep-alive.ts';
import { createLiveAnswer, type LiveAnswer } from './live-answer.ts';
import { prepareRun } from './prepare-run.ts';
import { type RunPlan, type RunWorld, runAnswer } from './run-answer.ts';
import { createUnsavedChats } from './unsaved-chats.ts';

/** The answers that run in this background. */
export interface Runs {
	/**
	 * Starts a run, once for each answer id; `standing` knows the run when this returns. Resolves when what was asked is
	 * saved, or cannot be. Never rejects.
	 */
	start(command: RunCommand): Promise<void>;
	stop(answerId: string): void;
	/** Ends a chat's runs without saving them; resolves when they write nothing more. */
	discardChat(chatId: string): Promise<void>;
	/** Reads what an earlier background could not save. Never rejects. */
	recall(): Promise<void>;
	/** The user changed a chat that the database refused, and deleted these messages of it. Never rejects. */
	changeUnsaved(chat: Chat, deletedIds: readonly string[]): Promise<void>;
	/** What the database refused, chat by chat; answers that still run are as far as they have come. Never rejects. */
	getUnsaved(): Promise<UnsavedChat[]>;
	/** How this chat stands now, for a window that attaches to it. */
	standing(chatId: string): Standing;
	/** Marks the answers that a dead background left as running as interrupted; once in this background's life. */
	settleOrphans(): Promise<void>;
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

export function createRuns(world: RunWorld, hub: Hub, keepAlive: KeepAlive): Runs {
	const { store } = world;
	const runs = new Map<string, Run>();
	const unsaved = createUnsavedChats(world.unsavedRecord);
	/** The ids of all runs. `settleOrphans` spares their rows, so an id is put in before its row is written. */
	const liveIds = new Set<string>();
	/** Chats whose windows may show what the database had refused. */
	const toldUnsaved = new Set<string>();
	let settling: Promise<void> | undefined;

	/** Saves the final row; true if the database refused it, and it is remembered. */
	async function keep({ chat, path }: RunPlan, answer: Message): Promise<boolean> {
		try {
			const known = unsaved.get(chat.id);
			if (known) {
				// The user may have changed the chat since the run began.
				unsaved.remember(known.chat, [answer]);
				await unsaved.save(store, chat.id);
			} else {
				await store.saveAnswer(answer);
			}
			return false;
		} catch (error) {
			console.error('An answer could not be saved; it lives in memory only.', error);
			const question = path.findLast(({ id }) => id === answer.parentId);
			const known = unsaved.get(chat.id)?.chat ?? { ...chat, leafId: answer.id };
			unsaved.remember(known, question ? [question, answer] : [answer]);
			return true;
		}
	}

	function removeFromOutbox(answerId: string): void {
		world
			.removeFromOutbox(answerId)
			.catch((error: unknown) => console.error('A question will be sent again, and found answered.', error));
	}

	/** Runs to the end; true if the answer is not saved. */
	async function carryOut(command: RunCommand, run: Run, onPrepared: () => void): Promise<boolean> {
		const { live, abort } = run;
		const prepared = await prepareRun({ store, unsaved }, command, live.message);
		if (command.type === 'ask') removeFromOutbox(command.answerId);
		onPrepared();
		switch (prepared.type) {
			case 'ready':
				live.start(prepared.message);
				if (prepared.isUnsaved) live.markUnsaved();
				await runAnswer(live, prepared.plan, { world, signal: abort.signal });
				return run.isDiscarded ? false : keep(prepared.plan, live.message);
			case 'exists': {
				const stored = await store.readPartial(command.answerId);
				if (!stored) {
					live.finish({ type: 'stopped' });
					return false;
				}
				live.start(stored);
				// A dead background may have left the row as running. settleOrphans skips it, as this run is live.
				await store.saveAnswer(stored);
				return false;
			}
			case 'missing':
				live.finish({ type: 'stopped' });
				return false;
		}
	}

	/** Windows that show what the database had refused are told once it has taken all of it. */
	function tellIfSaved(chatId: string): void {
		const isUnsaved = unsaved.get(chatId) !== null;
		if (isUnsaved) toldUnsaved.add(chatId);
		else if (toldUnsaved.delete(chatId)) hub.refresh(chatId, standing(chatId));
	}

	function standing(chatId: string): Standing {
		const found = unsaved.find(chatId);
		if (found) toldUnsaved.add(chatId);
		return {
			runs: [...runs.values()].filter((run) => run.chatId === chatId).map((run) => run.live.snapshot()),
			...(found !== undefined && { unsaved: found }),
		};
	}

	/** Ends these runs without saving them; resolves when they write nothing more. */
	async function discard(discarded: readonly Run[]): Promise<void> {
		for (const run of discarded) {
			run.isDiscarded = true;
			run.abort.abort();
		}
		await Promise.allSettled(discarded.map((run) => run.done));
	}

	async function run(command: RunCommand, run: Run, onPrepared: () => void): Promise<void> {
		let isUnsaved = false;
		try {
			isUnsaved = await carryOut(command, run, onPrepared);
		} catch (error) {
			// A run must end for its windows, whatever went wrong.
			run.live.finish({ type: 'failed', failure: await explainFailure(error, '', world.hasOrigin) });
		}
		onPrepared();
		tellIfSaved(run.chatId);
		liveIds.delete(command.answerId);
		runs.delete(command.answerId);
		run.live.tellEnded({ isUnsaved });
	}

	return {
		start(command) {
			const { answerId } = command;
			const known = runs.get(answerId);
			if (known) return known.prepared;
			const initial = emptyAnswer(command, Date.now());
			const { chatId } = initial;
			const live = createLiveAnswer(initial, (rev, event) => hub.publish(chatId, { answerId, rev, event }));
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
		async discardChat(chatId) {
			await discard([...runs.values()].filter((run) => run.chatId === chatId));
			unsaved.forget(chatId);
		},
		recall: unsaved.recall,
		async changeUnsaved(chat, deletedIds) {
			await unsaved.recall();
			const refused = unsaved.get(chat.id);
			if (!refused) return;
			const gone = refused.messages.map(({ id }) => id).filter((id) => deletedIds.includes(id));
			// One that runs would be remembered again at its end.
			await discard(gone.flatMap((id) => runs.get(id) ?? []));
			unsaved.change(chat, gone);
			hub.refresh(chat.id, standing(chat.id));
		},
		async getUnsaved() {
			await unsaved.recall();
			return unsaved.list().map(({ chat, messages }) => ({
				chat,
				messages: messages.map((message) => runs.get(message.id)?.live.message ?? message),
			}));
		},
		standing,
		async settleOrphans() {
			settling ??= store.settleOrphans(liveIds).then(() => undefined);
			try {
				await settling;
			} catch (error) {
				settling = undefined;
				throw error;
			}
		},
	};
}
