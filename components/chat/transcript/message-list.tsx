import { lazy, type RefObject, use, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { PathEntry } from '../../../utils/chat/tree.ts';
import { Late } from '../../ui/late.tsx';
import { Answer } from '../answer/answer.tsx';
import { Question } from '../question/question.tsx';
import { useChatServices, useChatState } from '../services/chat-services.ts';
import { VersionStepsContext } from '../services/version-step.ts';

const ForkNote = lazy(async () => ({ default: (await import('./fork-note.tsx')).ForkNote }));

/** The shown path, from the first mounted message to its end. */
export function MessageList({ scroller }: { scroller: RefObject<HTMLElement | null> }) {
	const { entries, hasMore, loadMore, showMore } = useShownEntries();
	const parent = useChatState((state) => state.chat?.forkedFrom);

	/**
	 * Mounts older messages above the reader. The browser's scroll anchoring keeps in place what the reader sees, except
	 * at the very top: there this function scrolls by the height of what was added.
	 */
	async function showOlder(): Promise<void> {
		await loadMore();
		const element = scroller.current;
		const first = element?.querySelector<HTMLElement>('.message');
		if (!element || !first) return;
		const isAtTop = element.scrollTop === 0;
		const before = first.offsetTop;
		flushSync(showMore);
		if (isAtTop) element.scrollTop = first.offsetTop - before;
	}

	return (
		<>
			{parent && !hasMore && (
				<Late>
					<ForkNote parent={parent} />
				</Late>
			)}
			{hasMore && <OlderMessages key={entries[0]?.id} onNear={() => void showOlder()} />}
			{entries.map((entry, index) =>
				entry.role === 'user' ? (
					<Question key={entry.id} entry={entry} />
				) : (
					<Answer key={entry.id} entry={entry} isLast={index === entries.length - 1} />
				),
			)}
		</>
	);
}

/** Messages are mounted this long before they are scrolled to. */
const MARGIN = '800px 0px 0px 0px';

/** Stands above the first mounted message; asks for more when the reader nears it. */
function OlderMessages({ onNear }: { onNear: () => void }) {
	const sentinel = useRef<HTMLDivElement>(null);
	const tellNear = useEffectEvent(onNear);

	useEffect(() => {
		const element = sentinel.current;
		if (!element) return;
		const observer = new IntersectionObserver(
			([entry]) => {
				if (entry?.isIntersecting) tellNear();
			},
			{ root: element.closest('[role=log]'), rootMargin: MARGIN },
		);
		observer.observe(element);
		return () => observer.disconnect();
	}, []);

	return <div ref={sentinel} className="h-px" />;
}

/** The number of messages that are mounted at first, and of those that are added each time the reader nears the top. */
const STEP = 30;

export interface ShownEntries {
	entries: readonly PathEntry[];
	hasMore: boolean;
	/** Reads the rows of the next older entries, so that they can be shown at their real size. */
	loadMore: () => Promise<void>;
	showMore: () => void;
}

/** The last messages of the path; their rows are asked for as they come into view. */
function useShownEntries(): ShownEntries {
	const { session } = useChatServices();
	const path = useChatState((state) => state.path);
	const [count, setCount] = useState(STEP);
	const steps = use(VersionStepsContext);

	// The version that the user has stepped to is mounted, even if more messages follow it than are mounted at first. So
	// is the message that a search has found.
	const wantedIds = [steps?.getMessageId(), useChatState((state) => state.sought)?.messageId];
	const place = path.findIndex(({ id }) => wantedIds.includes(id));
	if (place >= 0 && path.length - place > count) setCount(path.length - place);

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
