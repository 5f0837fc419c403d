import { type FlatMessage, withParts } from '../flat-message.ts';
import 'fake-indexeddb/auto';
import type { Chat, Message } from '../../../utils/chat/schema.ts';
import { createStore } from '../../../utils/store/create-store.ts';
import type { StoreOptions } from '../../../utils/store/database/context.ts';

let count = 0;

/** A database of its own, which no other test of the process has a store of. */
export function createDisk(): { name: string } {
	count += 1;
	return { name: `disk-${count}` };
}

/** A clock that stands still unless it is moved. */
export function createClock(time = 1000) {
	const clock = { time, now: () => clock.time };
	return clock;
}

export function createTestStore(options: StoreOptions = {}) {
	return createStore({ ...createDisk(), now: createClock().now, retryMs: 5, ...options });
}

export function chat(changes: Partial<Chat> = {}): Chat {
	return {
		id: 'c1',
		title: 'Sky',
		isPinned: false,
		endpointId: 'e1',
		model: 'm1',
		leafId: null,
		createdAt: 1,
		updatedAt: 1,
		...changes,
	};
}

export function question(id = 'q1', changes: FlatMessage = {}): Message {
	return {
		id,
		chatId: 'c1',
		parentId: null,
		role: 'user',
		status: 'done',
		createdAt: 10,
		...withParts({ content: `text of ${id}`, ...changes }),
	};
}

export function answer(id = 'a1', changes: FlatMessage = {}): Message {
	return {
		id,
		chatId: 'c1',
		parentId: 'q1',
		role: 'assistant',
		status: 'waiting',
		createdAt: 11,
		...withParts(changes),
	};
}

/** A watch's values, one after the other; an error is thrown at whoever waits. */
export function observe<T>(
	start: (listener: (value: T) => void, onError: (error: Error) => void) => () => void,
) {
	const values: T[] = [];
	const errors: Error[] = [];
	let wake: (() => void) | undefined;
	const unwatch = start(
		(value) => {
			values.push(value);
			wake?.();
		},
		(error) => {
			errors.push(error);
			wake?.();
		},
	);
	async function next<R>(queue: R[]): Promise<R> {
		for (;;) {
			const value = queue.shift();
			if (value !== undefined) return value;
			await new Promise<void>((resolve) => {
				wake = resolve;
			});
		}
	}
	return { next: () => next(values), nextError: () => next(errors), pending: values, unwatch };
}
