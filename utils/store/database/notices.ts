/** The ids of the chats whose row was written or deleted, and of those whose nodes were. Nobody watches other tables. */
export interface Changes {
	readonly chats: ReadonlySet<string>;
	readonly nodes: ReadonlySet<string>;
}

/** Called after changes; null says that anything may have changed. */
type OnChanges = (changes: Changes | null) => void;

/** Tells of committed changes and hears of them. All stores of one name take part, in windows and in the background. */
export interface Notices {
	/** Tells all stores. To be called only when the changes are committed, since others read at once. */
	tell(changes: Changes | null): void;
	/** Tells only the listeners of this store. */
	tellHere: OnChanges;
	/** Calls `listener` with what is committed from now on. Returns a function that stops this. */
	listen(listener: OnChanges): () => void;
	/** Ends all of this: nothing is told or heard any more. */
	close(): void;
}

export function createNotices(name: string): Notices {
	const listeners = new Set<OnChanges>();
	let channel: BroadcastChannel | null = null;
	let isClosed = false;

	const tellHere: OnChanges = (changes) => {
		for (const listener of [...listeners]) listener(changes);
	};

	function open(): BroadcastChannel | null {
		try {
			channel ??= new BroadcastChannel(`${name}:changes`);
			channel.onmessage = ({ data }: MessageEvent<Changes | null>) => tellHere(data);
		} catch (error) {
			// Storage is switched off. A write that was committed is done all the same.
			console.error('Other windows are not told of changes.', error);
		}
		return channel;
	}

	return {
		tellHere,
		tell(changes) {
			if (isClosed) return;
			// A channel delivers to all others of its name, but not to itself, so the own listeners are told apart from it.
			open()?.postMessage(changes);
			tellHere(changes);
		},
		listen(listener) {
			if (!isClosed) open();
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		close() {
			isClosed = true;
			listeners.clear();
			channel?.close();
		},
	};
}
