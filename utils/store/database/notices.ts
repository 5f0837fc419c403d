/** The ids of the chats whose row was written or deleted, and of those whose nodes were. Nobody watches other tables. */
export interface Changes {
	readonly chats: ReadonlySet<string>;
	readonly nodes: ReadonlySet<string>;
}

/** Null: anything may have changed. */
type OnChanges = (changes: Changes | null) => void;

/** Who tells of committed changes, and hears of them: this store, and all others of one name in windows and the worker. */
export interface Notices {
	/** Call it only when the changes are committed, since others read at once. */
	tell(changes: Changes | null): void;
	/** Tells only the listeners of this store. */
	tellHere: OnChanges;
	/** Returns a function that ends this. What is committed from now on is heard. */
	listen(listener: OnChanges): () => void;
	/** Nothing is told or heard any more. */
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
			// Where storage is switched off. A write that is committed is none the less done.
			console.error('Other windows are not told of changes.', error);
		}
		return channel;
	}

	return {
		tellHere,
		tell(changes) {
			if (isClosed) return;
			// A channel delivers to all others of its name, but not to itself.
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
