import {
	createGrowingText,
	type GrowingText,
	growLiveParts,
	grownPartsOf,
	type LivePart,
	livePartsOf,
	retypeLiveParts,
} from '../../chat/live-parts.ts';
import { type HeardChat, NOTHING_HEARD } from '../../chat/merged-chat.ts';
import { isRunning, reduce } from '../../chat/reduce.ts';
import type { Message, UnsavedChat } from '../../chat/schema.ts';
import type { CompletionStatus } from '../../lockchat/types.ts';
import type { RunEvent, RunSnapshot, Update } from '../protocol.ts';

/**
 * An answer that runs, or has ended while this window watched. It is a new object each time anything but its texts
 * changes.
 */
export interface LiveRun {
	readonly answerId: string;
	/** The answer without its growing texts. The texts in `message.parts` are up to date only when the run has ended. */
	readonly message: Message;
	readonly parts: readonly LivePart[];
	/** The text of the next part, in case that is a text: it is drawn while it is still empty. */
	readonly nextText: GrowingText;
	/** What the background waits for before the first token; else null. */
	readonly status: CompletionStatus['status'] | null;
	readonly retryAt?: number;
	/** True if the database refused the answer, so that it is in memory only. */
	readonly isUnsaved: boolean;
	readonly hasEnded: boolean;
}

/** The runs of one chat as a window sees them. */
export interface LiveRuns {
	get(): ReadonlyMap<string, LiveRun>;
	/** Replaces all that is known. A growing text that goes on stays the same object. */
	replace(runs: readonly RunSnapshot[]): void;
	/** Takes a batch of events. Returns false if events are missing before it: then the window must attach again. */
	apply(update: Extract<Update, { type: 'events' }>): boolean;
	clear(): void;
}

interface Tracked {
	run: LiveRun;
	rev: number;
}

export function createLiveRuns(onChange: () => void): LiveRuns {
	const tracked = new Map<string, Tracked>();
	let view: ReadonlyMap<string, LiveRun> = new Map();

	function publish(): void {
		view = new Map([...tracked].map(([id, { run }]) => [id, run]));
		onChange();
	}

	function begin(message: Message, before: LiveRun | undefined): LiveRun {
		return {
			answerId: message.id,
			message,
			parts: livePartsOf(message.parts, before?.parts),
			nextText: before?.nextText.length === 0 ? before.nextText : createGrowingText(),
			status: null,
			isUnsaved: false,
			hasEnded: !isRunning(message),
		};
	}

	/** Applies one event. Texts grow in place, and every other change makes a new object. */
	function step(run: LiveRun, event: RunEvent): LiveRun {
		switch (event.type) {
			case 'started':
				return begin(event.message, run);
			case 'text':
			case 'reasoning':
			case 'refusal': {
				const parts = growLiveParts(run.parts, event, run.nextText);
				if (parts === run.parts && run.message.status === 'streaming' && run.status === null) return run;
				const { retryAt: _, ...rest } = run;
				const nextText = run.nextText.length === 0 ? run.nextText : createGrowingText();
				return { ...rest, status: null, message: reduce(run.message, event), parts, nextText };
			}
			case 'status': {
				const { retryAt: _, ...rest } = run;
				return {
					...rest,
					status: event.status,
					...(event.retryAt !== undefined && { retryAt: event.retryAt }),
				};
			}
			case 'retype':
				return {
					...run,
					message: reduce(run.message, event),
					parts: retypeLiveParts(run.parts, event),
				};
			case 'usage':
			case 'note':
				return { ...run, message: reduce(run.message, event) };
			case 'unsaved':
				return { ...run, isUnsaved: true };
			case 'ended':
				return { ...begin(event.message, run), isUnsaved: event.isUnsaved };
		}
	}

	return {
		get: () => view,
		replace(runs) {
			const before = new Map(tracked);
			tracked.clear();
			for (const { rev, message, status, retryAt, isUnsaved } of runs) {
				const run = begin(message, before.get(message.id)?.run);
				tracked.set(message.id, {
					rev,
					run: { ...run, status, isUnsaved, ...(retryAt !== undefined && { retryAt }) },
				});
			}
			publish();
		},
		apply({ answerId, since, rev, events }) {
			const known = tracked.get(answerId);
			const [first] = events;
			if (first?.type === 'started') {
				const run = begin(first.message, known?.run);
				tracked.set(answerId, { rev, run: events.slice(1).reduce(step, run) });
				publish();
				return true;
			}
			if (!known || since > known.rev) return false;
			if (rev <= known.rev) return true;
			if (since < known.rev) return false;
			const run = events.reduce(step, known.run);
			const hasChanged = run !== known.run;
			known.rev = rev;
			known.run = run;
			if (hasChanged) publish();
			return true;
		},
		clear() {
			if (tracked.size === 0) return;
			tracked.clear();
			publish();
		},
	};
}

type Snapshot = Extract<Update, { type: 'snapshot' }>;

/** What a window has heard from the background of the one chat that it is attached to. */
export interface HeardChats {
	/** What was heard of this chat; nothing if the window is attached to another one. */
	of(chatId: string): HeardChat<LiveRun>;
	attachedTo(): string | null;
	/** From now on this chat is listened to, and what was heard of another one is forgotten. */
	turnTo(chatId: string): void;
	/** Takes a snapshot. False if it is of a chat that the window has left. */
	takeSnapshot(snapshot: Snapshot): boolean;
	/** Takes a batch of events. Returns false if events are missing before it: then the window must attach again. */
	takeEvents(events: Extract<Update, { type: 'events' }>): boolean;
	/** Takes the news that a chat was deleted: tells that once, and listens to no chat from then on. */
	takeDeletion(chatId: string): void;
	/** Shows an answer that will never run, as the window itself has made it. */
	showRefused(answer: Message): void;
	/** Whether an answer of this chat runs, or is about to. */
	isAnswerRunning(): boolean;
	/** Whether no snapshot of the chat has come yet. An answer of the chat may then run, or have died unseen. */
	awaitsSnapshot(): boolean;
}

/** An answer as a window shows it at this moment, to be used when its run is no longer known. */
function asLastSeen({ message, hasEnded, parts }: LiveRun): Message {
	return hasEnded ? message : { ...message, status: 'interrupted', parts: grownPartsOf(parts) };
}

/** @param onChange is called when `of` would return something new; it is not called for each token */
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
		awaitsSnapshot: () => attachedTo !== null && snapshotCount === 0,
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
			// A run without an event is still being prepared. Its empty answer says only that it will come: it is shown where
			// nobody else has the message, and never in place of a text that is known.
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
			// An import can bring back a chat of this id, and nothing that was heard of the deleted one would be true of it.
			listenTo(null);
		},
		showRefused(answer) {
			const message: RunEvent = { type: 'started', message: answer };
			runs.apply({ type: 'events', answerId: answer.id, since: 0, rev: 1, events: [message] });
		},
		isAnswerRunning: () => preparing.size > 0 || [...runs.get().values()].some(({ hasEnded }) => !hasEnded),
	};
}
