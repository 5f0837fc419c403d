import { isGrowth } from '../../chat/reduce.ts';
import type { UnsavedChat } from '../../chat/schema.ts';
import type { RunEvent, RunSnapshot, Update } from '../protocol.ts';

/** A window as the hub sees it: it can be posted to, and it shows one chat at most. */
export interface Watcher {
	post(update: Update): void;
}

/** What the background knows of a chat when a window attaches to it. */
export interface Standing {
	runs: readonly RunSnapshot[];
	/** What the database refused of the chat. Left out until what an earlier background could not save has been read. */
	unsaved?: UnsavedChat | null;
}

export interface Hub {
	/** From now on `watcher` is told of this chat's runs. The snapshot is posted at once, so nothing is missed in between. */
	attach(watcher: Watcher, chatId: string, standing: Standing): void;
	/** Posts a new snapshot to every window that shows this chat. */
	refresh(chatId: string, standing: Standing): void;
	/** Tells every window that shows this chat that it was deleted. */
	tellDeleted(chatId: string): void;
	/** The chat that a window shows; null if it shows none, or is gone. */
	chatOf(watcher: Watcher): string | null;
	/** Forgets a window. The answers of its chat go on. */
	remove(watcher: Watcher): void;
	ack(watcher: Watcher, answerId: string, rev: number): void;
	/** A function that tells every window that shows this chat of an event of this run, which is its `rev`th. */
	publisherOf(chatId: string, answerId: string): (rev: number, event: RunEvent) => void;
}

interface Attachment {
	chatId: string;
	feeds: Map<string, Feed>;
}

/** Relays running answers to the windows that watch them. */
export function createHub(): Hub {
	const attachments = new Map<Watcher, Attachment>();

	function detach(watcher: Watcher): void {
		for (const feed of attachments.get(watcher)?.feeds.values() ?? []) feed.close();
		attachments.delete(watcher);
	}

	function watchersOf(chatId: string): Watcher[] {
		return [...attachments].flatMap(([watcher, attachment]) =>
			attachment.chatId === chatId ? [watcher] : [],
		);
	}

	function attach(watcher: Watcher, chatId: string, { runs, unsaved }: Standing): void {
		detach(watcher);
		const feeds = new Map(
			runs.map(({ message, rev }) => [
				message.id,
				createFeed(message.id, rev, (update) => watcher.post(update)),
			]),
		);
		attachments.set(watcher, { chatId, feeds });
		watcher.post({ type: 'snapshot', chatId, runs: [...runs], ...(unsaved !== undefined && { unsaved }) });
	}

	function publisherOf(chatId: string, answerId: string): (rev: number, event: RunEvent) => void {
		return (rev, event) => {
			for (const [watcher, attachment] of attachments) {
				if (attachment.chatId !== chatId) continue;
				const { feeds } = attachment;
				if (event.type === 'started') {
					feeds.get(answerId)?.close();
					feeds.set(
						answerId,
						createFeed(answerId, rev - 1, (update) => watcher.post(update)),
					);
				}
				feeds.get(answerId)?.push(event, rev);
			}
		};
	}

	return {
		attach,
		refresh(chatId, standing) {
			for (const watcher of watchersOf(chatId)) attach(watcher, chatId, standing);
		},
		tellDeleted(chatId) {
			for (const watcher of watchersOf(chatId)) watcher.post({ type: 'deleted', chatId });
		},
		chatOf: (watcher) => attachments.get(watcher)?.chatId ?? null,
		remove: detach,
		ack(watcher, answerId, rev) {
			attachments.get(watcher)?.feeds.get(answerId)?.ack(rev);
		},
		publisherOf,
	};
}

/** One frame at 60 Hz, in milliseconds: a window cannot show more often. */
const FRAME_MS = 16;

type EventsUpdate = Extract<Update, { type: 'events' }>;

/** What one window is told of one run: what it has been sent, and what is held back for it. */
export interface Feed {
	/** Adds the run's event number `rev`. */
	push(event: RunEvent, rev: number): void;
	/** The window has seen everything up to `rev`. */
	ack(rev: number): void;
	close(): void;
}

/**
 * Makes a feed, which sends a run's events to one window. The first event and the first words are sent at once; later
 * events are joined for a frame. Since ports have no back pressure, nothing is sent until the window has acknowledged
 * the last message.
 *
 * @param since the run's `rev` that the window knows already
 */
export function createFeed(answerId: string, since: number, post: (update: EventsUpdate) => void): Feed {
	let sentRev = since;
	let lastRev = since;
	let pending: RunEvent[] = [];
	let isAwaitingAck = false;
	let hasSentText = false;
	let sentAt = Number.NEGATIVE_INFINITY;
	let timer: ReturnType<typeof setTimeout> | undefined;

	function send(): void {
		clearTimeout(timer);
		timer = undefined;
		const events = pending;
		pending = [];
		post({ type: 'events', answerId, since: sentRev, rev: lastRev, events });
		sentRev = lastRev;
		sentAt = performance.now();
		isAwaitingAck = true;
	}

	function schedule(): void {
		if (isAwaitingAck || timer !== undefined || pending.length === 0) return;
		// The first words may come right behind a status. If the status waits for a frame, both are drawn at once.
		const isStatusOnly = pending.every(({ type }) => type === 'status');
		const waitMs = isStatusOnly ? FRAME_MS : sentAt + FRAME_MS - performance.now();
		if (waitMs <= 0) send();
		else timer = setTimeout(send, waitMs);
	}

	return {
		push(event, rev) {
			const last = pending.at(-1);
			if (
				last &&
				isGrowth(event) &&
				isGrowth(last) &&
				last.type === event.type &&
				last.index === event.index
			) {
				pending[pending.length - 1] = { ...last, text: last.text + event.text };
			} else {
				pending.push(event);
			}
			lastRev = rev;
			if (isGrowth(event) && !hasSentText) {
				// The first words are sent at once, even if a status was sent less than a frame ago.
				hasSentText = true;
				send();
				return;
			}
			schedule();
		},
		ack(rev) {
			if (rev < sentRev) return;
			isAwaitingAck = false;
			schedule();
		},
		close() {
			clearTimeout(timer);
			pending = [];
			isAwaitingAck = true;
			hasSentText = true;
		},
	};
}
