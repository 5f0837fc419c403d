import type { Message } from '../../chat/schema.ts';
import type { RunClient } from '../window/run-client.ts';

/** Tells rows stored as running that nobody runs from those whose run this window has not heard of yet. */
export interface OrphanWatch {
	/** The row as it is to be shown: `interrupted` once a snapshot asked for after it was seen does not know it. */
	view(message: Message): Message;
}

/** @param ask asks the background for a new snapshot */
export function createOrphanWatch(client: RunClient, ask: () => void): OrphanWatch {
	/** The number of snapshots there were when the row was first seen without a run. */
	const seenAt = new Map<string, number>();
	const shown = new WeakMap<Message, Message>();

	function asInterrupted(message: Message): Message {
		const view = shown.get(message) ?? { ...message, status: 'interrupted' };
		shown.set(message, view);
		return view;
	}

	return {
		view(message) {
			const isRunning = message.status === 'waiting' || message.status === 'streaming';
			if (!isRunning || client.getRuns().has(message.id)) {
				seenAt.delete(message.id);
				return message;
			}
			const count = seenAt.get(message.id);
			if (count === undefined) {
				seenAt.set(message.id, client.getSnapshotCount());
				ask();
				return message;
			}
			return client.getSnapshotCount() > count ? asInterrupted(message) : message;
		},
	};
}
