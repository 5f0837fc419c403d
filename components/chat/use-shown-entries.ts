import { useEffect, useMemo, useState } from 'react';
import type { PathEntry } from '../../utils/run/chat-session.ts';
import { useChatServices, useChatState } from './chat-services.ts';

/** So many messages are mounted at first, and so many more each time the reader nears the top. */
const STEP = 30;

export interface ShownEntries {
	entries: readonly PathEntry[];
	hasMore: boolean;
	/** Reads the rows of the next older entries; then they can be shown at their real size. */
	loadMore: () => Promise<void>;
	showMore: () => void;
}

/** The last messages of the path; their rows are asked for as they come into view. */
export function useShownEntries(): ShownEntries {
	const { session } = useChatServices();
	const path = useChatState((state) => state.path);
	const [count, setCount] = useState(STEP);
	const entries = useMemo(() => path.slice(-count), [path, count]);

	useEffect(() => {
		const { messages, runs } = session.getState();
		const missing = entries.map(({ id }) => id).filter((id) => !messages.has(id) && !runs.has(id));
		if (missing.length > 0) void session.load(missing);
	}, [session, entries]);

	return {
		entries,
		hasMore: count < path.length,
		loadMore: () => session.load(path.slice(-(count + STEP), -count).map(({ id }) => id)),
		showMore: () => setCount(count + STEP),
	};
}
