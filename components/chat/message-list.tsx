import { type RefObject, useLayoutEffect, useRef } from 'react';
import { Answer } from './answer.tsx';
import { OlderMessages } from './older-messages.tsx';
import { Question } from './question.tsx';
import { useShownEntries } from './use-shown-entries.ts';

/** The shown path, from the first mounted message to its end. */
export function MessageList({ scroller }: { scroller: RefObject<HTMLElement | null> }) {
	const { entries, hasMore, showMore } = useShownEntries();
	const fromEnd = useRef<number | null>(null);

	// Older messages come in above the reader: what is in view keeps its distance from the end.
	useLayoutEffect(() => {
		const element = scroller.current;
		if (!element || fromEnd.current === null) return;
		element.scrollTop = element.scrollHeight - fromEnd.current;
		fromEnd.current = null;
	});

	function showOlder(): void {
		const element = scroller.current;
		if (element) fromEnd.current = element.scrollHeight - element.scrollTop;
		showMore();
	}

	return (
		<>
			{hasMore && <OlderMessages key={entries[0]?.id} onNear={showOlder} />}
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
