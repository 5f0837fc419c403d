import { createFeed, type Feed } from './feed.ts';
import type { RunEvent, RunSnapshot, UnsavedChat, Update } from './protocol.ts';

/** A window as the hub sees it: somebody to post to, who shows one chat at most. */
export interface Watcher {
	post(update: Update): void;
}

/** How a chat stands in the background when a window attaches. */
export interface Standing {
	runs: readonly RunSnapshot[];
	unsaved: UnsavedChat | null;
}

export interface Hub {
	/** From now on `watcher` sees this chat's runs. Posts the snapshot; there is no gap between the two. */
	attach(watcher: Watcher, chatId: string, standing: Standing): void;
	/** The chat that a window sees; null for one that sees none, or is gone. */
	chatOf(watcher: Watcher): string | null;
	/** Forgets a window. Its chat's answers go on. */
	remove(watcher: Watcher): void;
	ack(watcher: Watcher, answerId: string, rev: number): void;
	/** Tells every window on this chat of event number `rev` of a run. */
	publish(chatId: string, run: { answerId: string; rev: number; event: RunEvent }): void;
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

	return {
		attach(watcher, chatId, { runs, unsaved }) {
			detach(watcher);
			const feeds = new Map(
				runs.map(({ message, rev }) => [
					message.id,
					createFeed(message.id, rev, (update) => watcher.post(update)),
				]),
			);
			attachments.set(watcher, { chatId, feeds });
			watcher.post({ type: 'snapshot', chatId, runs: [...runs], unsaved });
		},
		chatOf: (watcher) => attachments.get(watcher)?.chatId ?? null,
		remove: detach,
		ack(watcher, answerId, rev) {
			attachments.get(watcher)?.feeds.get(answerId)?.ack(rev);
		},
		publish(chatId, { answerId, rev, event }) {
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
		},
	};
}
