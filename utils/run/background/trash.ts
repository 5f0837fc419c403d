import type { RunStore } from '../../store/store.ts';
import type { Hub, Watcher } from './hub.ts';
import type { KeepAlive } from './keep-alive.ts';
import type { Runs } from './runs.ts';
import type { UnsavedChats } from './unsaved-chats.ts';
import type { WaitingQuestions } from './waiting-questions.ts';

/**
 * How long, in milliseconds, a deleted chat is kept whose window is unknown, because the background that knew it has
 * died: longer than any window that nobody touches offers to undo the deletion.
 */
const LEFT_MS = 60_000;

/**
 * Chats that were deleted and can be brought back for a moment. They are marked in the database, where nobody sees them
 * any more, and belong to the window that deleted them: when that closes, they are deleted for good.
 */
export interface Trash {
	/** Deletes a chat for good, with the answers that run in it. False if the database refuses. Never rejects. */
	delete(chatId: string): Promise<boolean>;
	/**
	 * Ends the chats' answers and hides the chats. Resolves to those that can be brought back, and to whether the others
	 * are gone. Never rejects.
	 */
	discard(watcher: Watcher, chatIds: readonly string[]): Promise<{ chatIds: string[]; isDone: boolean }>;
	/** Brings chats back. Resolves to those that are back. Never rejects. */
	restore(chatIds: readonly string[]): Promise<string[]>;
	/** Deletes chats for good that are marked. Never rejects. */
	purge(chatIds: readonly string[]): Promise<void>;
	/** A window is gone. */
	remove(watcher: Watcher): void;
	/** Deletes for good what belongs to windows of an earlier background, once in this one's life. */
	tidy(): Promise<void>;
}

interface Surroundings {
	store: RunStore;
	runs: Runs;
	hub: Hub;
	unsaved: UnsavedChats;
	waiting: WaitingQuestions;
	keepAlive: KeepAlive;
}

export function createTrash({ store, runs, hub, unsaved, waiting, keepAlive }: Surroundings): Trash {
	/** The window that each marked chat belongs to, and what ends the hold on this background. */
	const marked = new Map<string, { watcher: Watcher; release: () => void }>();

	let tidying: Promise<void> | undefined;

	function release(chatId: string): void {
		marked.get(chatId)?.release();
		marked.delete(chatId);
	}

	async function purge(chatIds: readonly string[]): Promise<void> {
		for (const chatId of chatIds) {
			try {
				if (await store.purgeChat(chatId)) waiting.forget(chatId);
			} catch (error) {
				console.error('A deleted chat is only hidden.', error);
			} finally {
				release(chatId);
			}
		}
	}

	async function remove(chatId: string): Promise<boolean> {
		const hold = keepAlive.hold();
		try {
			const isUnstored = await runs.discardChat(chatId);
			try {
				await store.deleteChat(chatId);
			} catch (error) {
				if (!isUnstored) throw error;
			}
			waiting.forget(chatId);
			hub.tellDeleted(chatId);
			return true;
		} catch (error) {
			console.error('A chat was not deleted.', error);
			return false;
		} finally {
			release(chatId);
			hold();
		}
	}

	/** Marks a chat. What the database refused cannot be marked, so a chat with something of it is deleted at once. */
	async function mark(watcher: Watcher, chatId: string): Promise<'marked' | 'gone' | 'refused'> {
		const hold = keepAlive.hold();
		try {
			await runs.endChat(chatId);
			await unsaved.save(store, chatId);
			if (unsaved.get(chatId) !== null || !(await store.markDeleted(chatId)))
				throw new Error('It is not stored.');
			marked.set(chatId, { watcher, release: hold });
			hub.tellDeleted(chatId);
			return 'marked';
		} catch (error) {
			console.error('A chat can only be deleted for good.', error);
			hold();
			return (await remove(chatId)) ? 'gone' : 'refused';
		}
	}

	/** Deletes what an earlier background has left. What is too young for that is looked at again later. */
	async function tidyNow(): Promise<void> {
		try {
			const { purgedIds, younger } = await store.purgeDeleted(LEFT_MS, [...marked.keys()]);
			for (const chatId of purgedIds) waiting.forget(chatId);
			if (younger > 0) setTimeout(() => void tidyNow().catch(() => undefined), LEFT_MS);
		} catch (error) {
			tidying = undefined;
			throw error;
		}
	}

	async function restore(chatId: string): Promise<boolean> {
		try {
			return await store.restoreChat(chatId);
		} catch (error) {
			console.error('A chat was not brought back.', error);
			return false;
		} finally {
			release(chatId);
		}
	}

	return {
		delete: remove,
		purge,
		async discard(watcher, chatIds) {
			const ends = await Promise.all(chatIds.map((chatId) => mark(watcher, chatId)));
			return {
				chatIds: chatIds.filter((_, at) => ends[at] === 'marked'),
				isDone: !ends.includes('refused'),
			};
		},
		async restore(chatIds) {
			const isBack = await Promise.all(chatIds.map(restore));
			return chatIds.filter((_, at) => isBack[at]);
		},
		remove(gone) {
			const left = [...marked].filter(([, { watcher }]) => watcher === gone);
			void purge(left.map(([chatId]) => chatId));
		},
		tidy() {
			tidying ??= tidyNow();
			return tidying;
		},
	};
}
