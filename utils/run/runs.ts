import { emptyAnswer, type RunCommand } from './empty-answer.ts';
import { explainFailure } from './explain-failure.ts';
import type { Hub } from './hub.ts';
import type { KeepAlive } from './keep-alive.ts';
import { createLiveAnswer, type LiveAnswer } from './live-answer.ts';
import { prepareRun } from './prepare-run.ts';
import type { RunSnapshot } from './protocol.ts';
import { type RunWorld, runAnswer } from './run-answer.ts';

/** The answers that run in this background. */
export interface Runs {
	/** Starts a run, once for each answer id. Returns at once; `snapshots` knows the run from then on. */
	start(command: RunCommand): void;
	stop(answerId: string): void;
	/** Ends a chat's runs without saving them; resolves when they write nothing more. */
	discardChat(chatId: string): Promise<void>;
	snapshots(chatId: string): RunSnapshot[];
	/** Marks what a dead background left as running; once in this background's life. */
	settleOrphans(): Promise<void>;
}

interface Run {
	chatId: string;
	live: LiveAnswer;
	abort: AbortController;
	isDiscarded: boolean;
	done: Promise<void>;
}

export function createRuns(world: RunWorld, hub: Hub, keepAlive: KeepAlive): Runs {
	const { store } = world;
	/** Running answers, and ended ones that could not be saved: those live here only. */
	const runs = new Map<string, Run>();
	/** The running ones' ids. The store reads it while it settles: an id is here before its row is written. */
	const liveIds = new Set<string>();
	let settling: Promise<void> | undefined;

	async function carryOut(command: RunCommand, { live, abort }: Run): Promise<void> {
		const prepared = await prepareRun(store, command, live.message);
		switch (prepared.type) {
			case 'ready':
				live.start(prepared.message);
				if (prepared.isUnsaved) live.markUnsaved();
				return runAnswer(live, prepared.plan, { world, signal: abort.signal });
			case 'exists':
				live.start((await store.readPartial(command.answerId)) ?? live.message);
				return;
			case 'missing':
				live.finish({ type: 'stopped' });
		}
	}

	async function run(command: RunCommand, run: Run): Promise<void> {
		const { live } = run;
		try {
			await carryOut(command, run);
			if (!run.isDiscarded) await store.saveAnswer(live.message);
		} catch (error) {
			// Only the database throws here. The windows are told, and the answer stays in memory: see `runs`.
			live.markUnsaved();
			live.finish({ type: 'failed', failure: await explainFailure(error, '', world.hasOrigin) });
		}
	}

	return {
		start(command) {
			const { answerId } = command;
			if (liveIds.has(answerId)) return;
			const initial = emptyAnswer(command, Date.now());
			const { chatId } = initial;
			const live = createLiveAnswer(initial, (rev, event) => hub.publish(chatId, { answerId, rev, event }));
			const abort = new AbortController();
			const entry: Run = { chatId, live, abort, isDiscarded: false, done: Promise.resolve() };
			runs.set(answerId, entry);
			liveIds.add(answerId);
			const release = keepAlive.hold();
			entry.done = run(command, entry).finally(() => {
				liveIds.delete(answerId);
				if (!live.snapshot().isUnsaved || entry.isDiscarded) runs.delete(answerId);
				live.tellEnded();
				release();
			});
		},
		stop(answerId) {
			runs.get(answerId)?.abort.abort();
		},
		async discardChat(chatId) {
			const discarded = [...runs.values()].filter((run) => run.chatId === chatId);
			for (const run of discarded) {
				run.isDiscarded = true;
				run.abort.abort();
			}
			await Promise.allSettled(discarded.map((run) => run.done));
			for (const { live } of discarded) runs.delete(live.message.id);
		},
		snapshots: (chatId) =>
			[...runs.values()].filter((run) => run.chatId === chatId).map((run) => run.live.snapshot()),
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
