import type { RefObject } from 'react';
import { flushSync } from 'react-dom';
import { Answer } from './answer.tsx';
import { OlderMessages } from './older-messages.tsx';
import { Question } from './question.tsx';
import { useShownEntries } from './use-shown-entries.ts';

/** The shown path, from the first mounted message to its end. */
export function MessageList({ scroller }: { scroller: RefObject<HTMLElement | null> }) {
	const { entries, hasMore, loadMore, showMore } = useShownEntries();

	/**
	 * Older messages come in above the reader, and the browser's scroll anchoring keeps what is in view where it is. At
	 * the very top it does not: there the page moves by as much as they push down what was first.
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
