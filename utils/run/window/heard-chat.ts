import { grownPartsOf } from '../../chat/live-parts.ts';
import type { HeardChat } from '../../chat/merge-chat.ts';
import type { Message, UnsavedChat } from '../../chat/schema.ts';
import type { RunEvent, Update } from '../protocol.ts';
import { createLiveRuns, type LiveRun } from './live-runs.ts';

type Snapshot = Extract<Update, { type: 'snapshot' }>;

/** What a window has heard from the background of the one chat that it is attached to. */
export interface HeardChats {
	/** What was heard of this chat; nothing if the window is attached to another one. */
	of(chatId: string): HeardChat<LiveRun>;
	attachedTo(): string | null;
	/** From now on this chat is listened to. What was heard of another one is forgotten. */
	turnTo(chatId: string): void;
	/** False if it is of a chat that the window has left. */
	takeSnapshot(snapshot: Snapshot): boolean;
	/** Returns false at a gap: the window must attach again. */
	takeEvents(events: Extract<Update, { type: 'events' }>): boolean;
	/** Says so once, and listens to no chat from then on. */
	takeDeletion(chatId: string): void;
	/** An answer that will never run, as the window itself shows it. */
	showRefused(answer: Message): void;
	/** An answer of this chat runs, or is about to. */
	isAnswerRunning(): boolean;
}

const NOTHING_HEARD: HeardChat<LiveRun> = {
	runs: new Map(),
	preparing: new Map(),
	lastSeen: new Map(),
	unsaved: undefined,
	snapshotCount: 0,
	isDeleted: false,
};

/** An answer as a window shows it at this moment, once its run is known no more. */
function asLastSeen({ message, hasEnded, parts }: LiveRun): Message {
	return hasEnded ? message : { ...message, status: 'interrupted', parts: grownPartsOf(parts) };
}

/** @param onChange is called when `of` would return something new; not for each token */
export function createHeardChats(onChange: () => void): HeardChats {
	let attachedTo: string | null = null;
	let preparing = new Map<string, Message>();
	let lastSeen = new Map<string, Message>();
	let unsaved: UnsavedChat | null | undefined;
	let snapshotCount = 0;
	let isDeleted = false;
	const runs = createLiveRuns(onChange);

	function listenTo(chatId: string | null): void {
		attachedTo = chatId;
		preparing = new Map();
		lastSeen = new Map();
		unsaved = undefined;
		snapshotCount = 0;
		isDeleted = false;
		runs.clear();
	}

	return {
		of(chatId) {
			if (chatId !== attachedTo) return NOTHING_HEARD;
			return { runs: runs.get(), preparing, lastSeen, unsaved, snapshotCount, isDeleted };
		},
		attachedTo: () => attachedTo,
		turnTo(chatId) {
			if (chatId !== attachedTo) listenTo(chatId);
		},
		takeSnapshot(snapshot) {
			if (snapshot.chatId !== attachedTo) return false;
			// A run without an event is still being prepared: its answer is empty, whatever the database has of it.
			const begun = snapshot.runs.filter(({ rev }) => rev > 0);
			const begunIds = new Set(begun.map(({ message }) => message.id));
			const dropped = [...runs.get().values()].filter(({ answerId }) => !begunIds.has(answerId));
			lastSeen = new Map([...lastSeen, ...dropped.map((run) => [run.answerId, asLastSeen(run)] as const)]);
			preparing = new Map(
				snapshot.runs.flatMap(({ rev, message }) => (rev === 0 ? [[message.id, message] as const] : [])),
			);
			unsaved = snapshot.unsaved;
			snapshotCount += 1;
			runs.replace(begun);
			return true;
		},
		takeEvents(update) {
			preparing.delete(update.answerId);
			return runs.apply(update);
		},
		takeDeletion(chatId) {
			if (chatId !== attachedTo) return;
			isDeleted = true;
			onChange();
			// An import can bring a chat of this id back: nothing that was heard of the deleted one is true of it.
			listenTo(null);
		},
		showRefused(answer) {
			const message: RunEvent = { type: 'started', message: answer };
			runs.apply({ type: 'events', answerId: answer.id, since: 0, rev: 1, events: [message] });
		},
		isAnswerRunning: () => preparing.size > 0 || [...runs.get().values()].some(({ hasEnded }) => !hasEnded),
	};
}
